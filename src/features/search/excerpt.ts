/** A piece of an excerpt: a found word, or what stands between two. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Reads Pagefind's excerpt: text whose `<` and `>` are written as entities, with the found words in `<mark>`. */
export function readExcerpt(html: string): Piece[] {
  return html
    .split(/(<mark>[^<]*<\/mark>)/)
    .map((piece) => {
      const inner = /^<mark>([^<]*)<\/mark>$/.exec(piece)?.[1];
      const text = (inner ?? piece).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      return { text, found: inner !== undefined };
    })
    .filter(({ text }) => text !== '');
}
