// The portal's own words, so that a test asks for what a reader of that language should see.
import { readFileSync } from 'node:fs';
import { createTranslator, type Messages, type Namespace, type Translate } from '../src/i18n/translate.ts';

/** Languages whose words tests know: the source, one that reads the same way, one that reads the other way. */
export type Locale = 'it' | 'en' | 'ar';

/** The portal's texts of one namespace in one language. */
export function words<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const file = new URL(`../src/i18n/messages/${locale}/${namespace}.json`, import.meta.url);
  const messages: Messages = JSON.parse(readFileSync(file, 'utf8'));
  return createTranslator(locale, namespace, messages);
}
