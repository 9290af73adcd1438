// The portal's own words, so that a test asks for what a reader of that language should see.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { createTranslator, type Messages, type Namespace, type Translate } from '../src/i18n/translate.ts';

/** Languages whose words tests know: the source, one that reads the same way, one that reads the other way. */
export type Locale = 'it' | 'en' | 'ar';

const messages: z.ZodType<Messages> = z.record(
  z.string(),
  z.lazy(() => z.union([z.string(), messages])),
);

/** The portal's texts of one namespace in one language. */
export function words<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const file = new URL(`../src/i18n/messages/${locale}/${namespace}.json`, import.meta.url);
  return createTranslator(locale, namespace, messages.parse(JSON.parse(readFileSync(file, 'utf8'))));
}
