import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checkDigitsOf } from '../../domain/notice-number.ts';
import { readCode } from '../../domain/payment-code.ts';
import { languages } from '../../i18n/locales.ts';
import { codeWords, enteVerdict, isSound, noticeVerdict, problemWords, speaker, textsIn } from './pay-words.ts';

const messages = z.object({ live: z.record(z.string(), z.string()) });

function sayIn(locale: string) {
  const file = readFileSync(new URL(`../../i18n/messages/${locale}/pay.json`, import.meta.url), 'utf8');
  const { live } = messages.parse(JSON.parse(file));
  return speaker(new Map(Object.entries(live)), locale);
}

const say = sayIn('it');
const base = '3010000000000001';
const good = base + checkDigitsOf(base);

describe('a numero avviso in words', () => {
  it('means something from the first digit, and counts what is missing', () => {
    expect(noticeVerdict('3', say).text).toBe('Il numero comincia per 3: è il tipo usato oggi. Mancano 17 cifre.');
    expect(noticeVerdict(good.slice(0, 17), say).text).toContain('Manca 1 cifra.');
    expect(noticeVerdict('0', say).text).toContain('comincia per 0');
  });

  it('is good, or good without a check, or wrong with its reason', () => {
    expect(noticeVerdict(good, say)).toMatchObject({ state: 'good', digits: good });
    expect(noticeVerdict('1'.repeat(18), say)).toMatchObject({ state: 'good', text: say('noticeUnchecked') });
    expect(noticeVerdict(`${base}${good.endsWith('00') ? '01' : '00'}`, say)).toMatchObject({ state: 'wrong', text: say('noticeCheck'), digits: null });
    expect(noticeVerdict('', say).state).toBe('empty');
  });
});

describe("an ente's fiscal code in words", () => {
  const nameOf = (code: string) => (code === '80087670016' ? 'Regione di prova' : undefined);

  it('names an ente that the portal knows, and takes one that it does not', () => {
    expect(enteVerdict('80087670016', say, nameOf)).toMatchObject({ state: 'good', ente: 'Regione di prova' });
    const other = enteVerdict('00514490010', say, nameOf);
    expect(other).toMatchObject({ state: 'good', text: say('enteUnknown'), digits: '00514490010' });
    expect(other).not.toHaveProperty('ente');
  });

  it("knows a person's code for what it is", () => {
    expect(enteVerdict('RSSMRA80A01L219M', say, nameOf)).toMatchObject({ state: 'wrong', text: say('entePerson') });
  });
});

describe('a QR code in words', () => {
  it('of a notice whose digits are wrong warns before paying', () => {
    const reading = readCode(`PAGOPA|002|${good}|80087670017|100`);
    expect(reading.kind === 'notice' && isSound(reading.payment)).toBe(false);
    expect(codeWords(reading, say)).toBe(say('codeSuspect'));
    expect(codeWords(readCode(`PAGOPA|002|${good}|80087670016|100`), say)).toBe(say('codeNotice'));
  });

  it('of something else says what it is and what to look for', () => {
    expect(codeWords(readCode('https://example.com/paga'), say)).toBe(
      `${say('codeAddress', { host: 'example.com' })} ${say('codeLookFor')}`,
    );
  });
});

describe.each(languages)('in $name', ({ code }) => {
  const sayHere = sayIn(code);

  it('everything that can be said is written', () => {
    const texts = ['', '3', '2', '9', good, '1'.repeat(18), '3'.repeat(18), '3'.repeat(19), 'x'].map((text) => noticeVerdict(text, sayHere).text);
    const codes = ['PAGOPA', 'BCD\n', 'codfase=', '{"anag"', 'tel:1', 'x', 'https://example.com', 'https://cittadini.notifichedigitali.it/'];
    const all = [...texts, ...codes.map((text) => codeWords(readCode(text), sayHere)), ...Object.values(problemWords).map((key) => sayHere(key))];
    for (const text of all) {
      expect(text).toContain(' ');
      expect(text).not.toContain('{{');
    }
  });

  it('what is missing is said for every number that there may be', () => {
    for (let count = 1; count < 18; count += 1) expect(sayHere('missing', { count })).not.toBe('missing');
  });
});

it('texts that are not there show as their key, and what is not a text is left out', () => {
  expect(textsIn('{"a":1,"b":"c"}')).toEqual(new Map([['b', 'c']]));
  expect(textsIn('null')).toEqual(new Map());
  expect(speaker(textsIn(undefined), 'it')('pay')).toBe('pay');
});
