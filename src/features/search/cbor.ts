/** The little of CBOR that Pagefind's list of pages is written in: lists, texts and whole numbers. */

const TEXT = 3;
const LIST = 4;

/** What the first bytes of an item say. */
interface Head {
  major: number;
  /** The number itself, the bytes of a text, or how many items a list has. */
  value: number;
  /** Where the head ends. */
  next: number;
}

function headAt(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const major = first >> 5;
  const short = first & 31;
  if (short < 24) return { major, value: short, next: at + 1 };
  const length = { 24: 1, 25: 2, 26: 4 }[short];
  if (length === undefined) throw new Error(`This part of CBOR is not foreseen: ${first}.`);
  return { major, value: bytes.readUIntBE(at + 1, length), next: at + 1 + length };
}

function endOf(bytes: Buffer, at: number): number {
  const { major, value, next } = headAt(bytes, at);
  if (major === TEXT) return next + value;
  if (major !== LIST) return next;
  let end = next;
  for (let item = 0; item < value; item += 1) end = endOf(bytes, end);
  return end;
}

/** The items of a list, each as it is written. @throws when it is no list */
export function itemsOf(list: Buffer): Buffer[] {
  const { major, value, next } = headAt(list, 0);
  if (major !== LIST) throw new Error('This is no list of CBOR.');
  let at = next;
  return Array.from({ length: value }, () => {
    const end = endOf(list, at);
    const item = list.subarray(at, end);
    at = end;
    return item;
  });
}

/** What a written text says. @throws when it is no text */
export function textOf(item: Buffer): string {
  const { major, value, next } = headAt(item, 0);
  if (major !== TEXT) throw new Error('This is no text of CBOR.');
  return item.subarray(next, next + value).toString('utf8');
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  const [short, length] = value < 0x100 ? [24, 1] : value < 0x1_0000 ? [25, 2] : [26, 4];
  const bytes = Buffer.alloc(1 + length);
  bytes.writeUInt8((major << 5) | short);
  bytes.writeUIntBE(value, 1, length);
  return bytes;
}

export function writeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([head(TEXT, bytes.length), bytes]);
}

export function writeList(items: readonly Buffer[]): Buffer {
  return Buffer.concat([head(LIST, items.length), ...items]);
}
