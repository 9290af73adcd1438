import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

/** An answer that comes in these pieces. */
const inPieces = (...pieces: number[][]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(Uint8Array.from(piece));
        controller.close();
      },
    }),
  );

it('reads a text whose characters come in pieces', async () => {
  expect(await readBody(inPieces([0x70, 0xc3], [0xb9]), 3)).toEqual({ text: 'pù' });
  expect(await readBody(new Response(null), 3)).toEqual({ text: '' });
});

it('reads no further than it is allowed to', async () => {
  expect(await readBody(inPieces([1, 2], [3, 4]), 3)).toEqual({ problem: 'too-large' });
});

it('takes no bytes for a text that are none, nor half a character at the end', async () => {
  expect(await readBody(inPieces([0xff, 0xfe]), 10)).toEqual({ problem: 'not-text' });
  expect(await readBody(inPieces([0x70, 0xc3]), 10)).toEqual({ problem: 'not-text' });
});
