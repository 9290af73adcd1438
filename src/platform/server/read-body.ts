/** The text of a request or an answer, or why there is none. */
export type BodyText = { text: string } | { problem: 'too-large' | 'not-text' };

/** Reads a body as UTF-8, no further than a number of bytes. Fails as the connection does. */
export async function readBody({ body }: Request | Response, largest: number): Promise<BodyText> {
  if (!body) return { text: '' };
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.byteLength ?? 0;
    if (size > largest) {
      await reader.cancel();
      return { problem: 'too-large' };
    }
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      await reader.cancel();
      return { problem: 'not-text' };
    }
    if (done) return { text };
  }
}
