/** A part of a whole in the reader's language, cut and not rounded: what was not whole is never "100 %". */
export function formatShare(share: number, locale: string): string {
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : locale;
  return new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' }).format(share);
}
