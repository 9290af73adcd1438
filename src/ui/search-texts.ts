/** The few texts that a script on a public page needs: they come as data, so that no page carries a library for them. */
export type Texts = Readonly<Record<string, string>>;

/** Texts by key; whatever is no text is left out. */
export function readTexts(data: unknown): Texts {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(([, text]) => typeof text === 'string'));
}

/** A text with its `{{names}}` filled in. */
export function fill(texts: Texts, key: string, values: Readonly<Record<string, string>> = {}): string {
  return (texts[key] ?? '').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** A text in the plural form of a number, as in `found_one`, `found_other`; nothing at all has its own where there is one. */
export function fillCount(
  texts: Texts,
  key: string,
  count: number,
  locale: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const zero = count === 0 && `${key}_zero` in texts;
  const form = `${key}_${zero ? 'zero' : new Intl.PluralRules(locale).select(count)}`;
  return fill(texts, form in texts ? form : `${key}_other`, { ...values, count: String(count) });
}
