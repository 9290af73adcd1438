import { expect, it } from 'vitest';
import { grantedAcr } from './assurance.ts';

const l1 = 'https://www.spid.gov.it/SpidL1';
const l2 = 'https://www.spid.gov.it/SpidL2';
const substantial = 'http://eidas.europa.eu/LoA/substantial';

const spid1 = { wayIn: 'spid', level: 1 } as const;
const spid2 = { wayIn: 'spid', level: 2 } as const;
const eidas = { wayIn: 'eidas', level: 2 } as const;

it.each([
  ['level 2 is granted to who has it', spid2, [l1, l2], l2],
  ['level 2 is not granted to who has level 1, when level 1 will do', spid1, [l2, l1], l1],
  ['level 2 alone is granted to all: stepping up', spid1, [l2], l2],
  ['level 1 alone is answered with level 1', spid2, [l1], l1],
  ['nothing asked: one’s own level', spid1, [], l1],
  ['nothing asked: one’s own level', eidas, [], substantial],
  ['something unknown asked: one’s own level', spid2, ['https://example.org/other'], l2],
  ['of several at one level, the one of one’s own way in', eidas, [l2, substantial], substantial],
  ['the request’s term, when one’s own is not asked', eidas, [l2], l2],
])('%s', (_reason, citizen, requested, granted) => {
  expect(grantedAcr(citizen, requested)).toBe(granted);
});
