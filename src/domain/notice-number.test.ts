import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitsOf, groupDigits, readNoticeNumber, typedDigits } from './notice-number.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const kind = fc.constantFrom('0', '1', '2', '3');
const sound = fc
  .tuple(fc.constantFrom('0', '2', '3'), digits(15))
  .map(([first, rest]) => `${first}${rest}${checkDigitsOf(`${first}${rest}`)}`);

describe('check digits', () => {
  it('are the remainder by 93, as arithmetic on the whole number has it', () => {
    fc.assert(
      fc.property(digits(16), (base) => {
        expect(checkDigitsOf(base)).toBe(String(BigInt(base) % 93n).padStart(2, '0'));
      }),
    );
  });

  it('show every slip of one digit', () => {
    fc.assert(
      fc.property(sound, fc.integer({ min: 1, max: 17 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const slip = (Number(number.charAt(at)) + by) % 10;
        expect(readNoticeNumber(`${number.slice(0, at)}${slip}${number.slice(at + 1)}`)).toEqual({ state: 'wrong', reason: 'check' });
      }),
    );
  });

  it('show every swap of two neighbours', () => {
    // Swapped digits that differ by d change the number by 9 x d x 10^p, which 31 never divides, and so not 93.
    fc.assert(
      fc.property(sound, fc.integer({ min: 1, max: 14 }), (number, at) => {
        const [left, right] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(left !== right);
        const swapped = `${number.slice(0, at)}${right}${left}${number.slice(at + 2)}`;
        expect(readNoticeNumber(swapped).state).toBe('wrong');
      }),
    );
  });
});

describe('a numero avviso', () => {
  it('is complete when its check digits are right, however it is spaced', () => {
    fc.assert(
      fc.property(sound, (number) => {
        const expected = { state: 'complete', kind: number.charAt(0), digits: number, checked: true };
        expect(readNoticeNumber(number)).toEqual(expected);
        expect(readNoticeNumber(` ${groupDigits(number)} `)).toEqual(expected);
        expect(readNoticeNumber(number.replaceAll(/(\d{6})/g, '$1-'))).toEqual(expected);
      }),
    );
  });

  it('has nothing to be checked when it begins with 1', () => {
    fc.assert(
      fc.property(digits(17), (rest) => {
        expect(readNoticeNumber(`1${rest}`)).toEqual({ state: 'complete', kind: '1', digits: `1${rest}`, checked: false });
      }),
    );
  });

  it('tells how many digits are missing while it is typed', () => {
    fc.assert(
      fc.property(kind, fc.integer({ min: 0, max: 16 }), (first, more) => {
        expect(readNoticeNumber(first + '7'.repeat(more))).toEqual({ state: 'partial', kind: first, missing: 17 - more });
      }),
    );
    expect(readNoticeNumber('  ')).toEqual({ state: 'partial', kind: null, missing: 18 });
  });

  it.each(['4', '901000000000000012'])('does not begin as %s does', (text) => {
    expect(readNoticeNumber(text)).toEqual({ state: 'wrong', reason: 'kind' });
  });

  it('is neither longer than 18 digits nor made of anything else', () => {
    expect(readNoticeNumber('3'.repeat(19))).toEqual({ state: 'wrong', reason: 'length' });
    expect(readNoticeNumber('30100000000000O012')).toEqual({ state: 'wrong', reason: 'characters' });
    expect(readNoticeNumber('<img src=x>')).toEqual({ state: 'wrong', reason: 'characters' });
    expect(readNoticeNumber('3'.repeat(1_000_000))).toEqual({ state: 'wrong', reason: 'length' });
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readNoticeNumber(text).state).toBeTypeOf('string');
      }),
    );
  });
});

it('digits typed on an Arabic or a Persian keyboard are the same digits', () => {
  expect(typedDigits('٣٠١ ۷۸۹')).toBe('301789');
  expect(typedDigits('\u200e3010\u00a00000\u200f')).toBe('30100000');
  expect(typedDigits('½')).toBeNull();
});

it('digits are grouped as notices print them', () => {
  expect(groupDigits('301000000000000021')).toBe('3010 0000 0000 0000 21');
  expect(groupDigits('')).toBe('');
});
