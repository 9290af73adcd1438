import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payAddress, readCode, readEnteCode } from './payment-code.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('the text of a QR code', () => {
  it('of a notice gives its numbers and amount, exactly', () => {
    fc.assert(
      fc.property(digits(18), digits(11), fc.integer({ min: 1, max: 9_999_999_999 }), (noticeNumber, fiscalCode, cents) => {
        const payment = { noticeNumber, fiscalCode, amount: { cents, currency: 'EUR' } };
        expect(readCode(`PAGOPA|002|${noticeNumber}|${fiscalCode}|${cents}`)).toEqual({ kind: 'notice', payment });
        expect(readCode(`PAGOPA|002|${noticeNumber}|${fiscalCode}|${String(cents).padStart(10, '0')}\r\n`)).toEqual({ kind: 'notice', payment });
      }),
    );
  });

  it('of a notice without an amount gives none', () => {
    expect(readCode('PAGOPA|002|301000000000000021|80087670016|00')).toEqual({
      kind: 'notice',
      payment: { noticeNumber: '301000000000000021', fiscalCode: '80087670016', amount: null },
    });
  });

  it.each([
    'PAGOPA|001|301000000000000021|80087670016|12750',
    'PAGOPA|002|30100000000000002|80087670016|12750',
    'PAGOPA|002|301000000000000021|80087670016|127,50',
    'PAGOPA|002|301000000000000021|80087670016|12750|https://example.com/',
    'PAGOPA|002|301000000000000021|80087670016|99999999999',
    'pagopa',
  ])('%s bears the mark of pagoPA and not its format', (text) => {
    expect(readCode(text)).toEqual({ kind: 'damaged' });
  });

  it.each([
    ['https://pagopa.it.example.com/paga?x=1', { kind: 'address', host: 'pagopa.it.example.com' }],
    ['HTTP://checkout.pagopa.it@example.com', { kind: 'address', host: 'example.com' }],
    // The second letter is Cyrillic: shown as it is, it would look like pagoPA's own.
    ['https://p\u0430gopa.it/', { kind: 'address', host: 'xn--pgopa-4ve.it' }],
    ['https://cittadini.notifichedigitali.it/io?aar=ABC', { kind: 'send' }],
    ['https://cittadini.notifichedigitali.it.example.com/', { kind: 'address', host: 'cittadini.notifichedigitali.it.example.com' }],
    ['codfase=NBPA;1830100000000000002112000000000000100000127503896', { kind: 'postal' }],
    ['BCD\n002\n1\nSCT\n\nMario Rossi\nIT60X0542811101000000123456\nEUR127.5', { kind: 'transfer' }],
    ['{"anag":{"naz":"IT","piva":"02843860012"},"SDI":{"cod":"0000000"}}', { kind: 'invoice' }],
    ['BEGIN:VCARD\nFN:Mario', { kind: 'phone' }],
    ['WIFI:S:casa;;', { kind: 'phone' }],
    ['javascript:alert(1)', { kind: 'text' }],
    ['<script>alert(1)</script>', { kind: 'text' }],
    ['https://', { kind: 'text' }],
    ['', { kind: 'text' }],
  ])('%j is told apart', (text, reading) => {
    expect(readCode(text)).toEqual(reading);
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readCode(text).kind).toBeTypeOf('string');
      }),
    );
  });
});

describe("an ente's fiscal code", () => {
  it('is complete when its check digit is right, however it is spaced', () => {
    expect(readEnteCode('80087670016')).toEqual({ state: 'complete', digits: '80087670016' });
    expect(readEnteCode(' 800 8767 0016')).toEqual({ state: 'complete', digits: '80087670016' });
  });

  it('tells how many digits are missing while it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (typed) => {
        expect(readEnteCode('8'.repeat(typed))).toEqual({ state: 'partial', missing: 11 - typed });
      }),
    );
  });

  it.each([
    ['80087670017', 'check'],
    ['800876700160', 'length'],
    ['8008767001O', 'characters'],
    ['RSSMRA80A01L219M', 'person'],
    ['rssmra80a01 l219m', 'person'],
  ])('%s is wrong: %s', (text, reason) => {
    expect(readEnteCode(text)).toEqual({ state: 'wrong', reason });
  });

  it('shows every slip of one digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const code = '80087670016';
        const slip = (Number(code.charAt(at)) + by) % 10;
        expect(readEnteCode(`${code.slice(0, at)}${slip}${code.slice(at + 1)}`)).toEqual({ state: 'wrong', reason: 'check' });
      }),
    );
  });
});

it("pagoPA's page has the ente and the notice in its address, one after the other", () => {
  expect(payAddress('https://checkout.pagopa.it/', { fiscalCode: '80087670016', noticeNumber: '301000000000000021' })).toBe(
    'https://checkout.pagopa.it/80087670016301000000000000021',
  );
});
