import { portal } from '../../platform/portal.ts';

/**
 * The metadata that pages of the Single Digital Gateway carry, so that the Commission's search finds them
 * (Regulation (EU) 2018/1724; names and values as the gateway's guidance for national pages has them).
 * @param lang the language the page's texts are really in, BCP 47
 */
export function sdgMetadata(sdg: { codes: readonly string[] } | undefined, lang: string): { name: string; content: string }[] {
  if (!sdg) return [];
  // Annex I, information, has the letters A to Q; annex II, procedures, R to X.
  const kinds = new Set(sdg.codes.map((code) => (code < 'R' ? 'information' : 'procedure')));
  return [
    { name: 'sdg-tag', content: 'sdg' },
    { name: 'DC.ISO3166', content: portal.territory.country },
    { name: 'DC.Location', content: portal.territory.region },
    { name: 'DC.Service', content: [...kinds].join(';') },
    { name: 'DC.Policy', content: sdg.codes.join(';') },
    { name: 'policy-code', content: sdg.codes.join(';') },
    { name: 'DC.Language', content: lang },
  ];
}
