import { expect, it } from 'vitest';
import { fiscalCodeFromAttribute, isBodyFiscalCode, isPersonFiscalCode } from './fiscal-code.ts';

it('a person’s code has the right check character, "omocodia" included', () => {
  expect(isPersonFiscalCode('FRRGLI88D52A859P')).toBe(true);
  expect(isPersonFiscalCode('FRRGLI88D52A859Q')).toBe(false);
  expect(isPersonFiscalCode('frrgli88d52a859p')).toBe(false);
  expect(isPersonFiscalCode('')).toBe(false);
});

it('a body’s code has eleven digits and the right check digit', () => {
  expect(isBodyFiscalCode('80087670016')).toBe(true);
  expect(isBodyFiscalCode('80087670017')).toBe(false);
  expect(isBodyFiscalCode('8008767001')).toBe(false);
});

it('an identity attribute gives the code with or without its TINIT prefix', () => {
  expect(fiscalCodeFromAttribute('TINIT-FRRGLI88D52A859P')).toBe('FRRGLI88D52A859P');
  expect(fiscalCodeFromAttribute('frrgli88d52a859p')).toBe('FRRGLI88D52A859P');
});

it.each([undefined, null, 42, 'BE/IT/12345', 'TINIT-'])('an attribute without an Italian code gives none: %s', (value) => {
  expect(fiscalCodeFromAttribute(value)).toBeNull();
});
