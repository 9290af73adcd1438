/** Bodies of requests to the demo's own pages. */
import type { IncomingMessage } from 'node:http';

/** More than any of the demo's forms can be. */
const limit = 65_536;

/**
 * The text of a request.
 * @throws {Error} when it is longer than 64 KiB
 */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    // A request whose encoding nobody has set gives bytes.
    if (!(chunk instanceof Uint8Array)) throw new TypeError('The request gives no bytes.');
    size += chunk.length;
    if (size > limit) throw new Error('The request is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
