import { expect, it } from 'vitest';
import { itemsOf, textOf, writeList, writeText } from './cbor.ts';

it('reads what it writes, of every length', () => {
  const texts = ['', 'bollo', 'è'.repeat(20), 'x'.repeat(300), 'y'.repeat(70_000)];
  const list = writeList([writeList(texts.map(writeText)), writeText('fine')]);
  const [first = Buffer.of(), last = Buffer.of(), ...none] = itemsOf(list);
  expect(itemsOf(first).map(textOf)).toEqual(texts);
  expect(textOf(last)).toBe('fine');
  expect(none).toEqual([]);
});

it('writes as the standard does, and reads numbers as items', () => {
  expect([...writeList([writeText('a'), writeText('bc')])]).toEqual([0x82, 0x61, 0x61, 0x62, 0x62, 0x63]);
  const [text, number, small] = itemsOf(Buffer.of(0x83, 0x61, 0x61, 0x19, 0x01, 0x97, 0x05));
  expect([text, number, small].map((item) => [...(item ?? [])])).toEqual([[0x61, 0x61], [0x19, 0x01, 0x97], [0x05]]);
});

it('refuses what it does not know', () => {
  expect(() => itemsOf(Buffer.of(0x61, 0x61))).toThrow('no list');
  expect(() => textOf(Buffer.of(0x05))).toThrow('no text');
  expect(() => itemsOf(Buffer.of(0x9f, 0xff))).toThrow('not foreseen');
});
