// The portal's own words, so that a test asks for what a reader of that language should see.
import { createTranslator, type Messages, type Namespace, type Translate } from '../src/i18n/translate.ts';
import arAccess from '../src/i18n/messages/ar/access.json' with { type: 'json' };
import arArea from '../src/i18n/messages/ar/area.json' with { type: 'json' };
import arSite from '../src/i18n/messages/ar/site.json' with { type: 'json' };
import enAccess from '../src/i18n/messages/en/access.json' with { type: 'json' };
import enArea from '../src/i18n/messages/en/area.json' with { type: 'json' };
import enSite from '../src/i18n/messages/en/site.json' with { type: 'json' };
import itAccess from '../src/i18n/messages/it/access.json' with { type: 'json' };
import itArea from '../src/i18n/messages/it/area.json' with { type: 'json' };
import itSite from '../src/i18n/messages/it/site.json' with { type: 'json' };

/** Languages whose words tests know: the source, one that reads the same way, one that reads the other way. */
export type Locale = 'it' | 'en' | 'ar';

const messages: Record<Locale, Record<Namespace, Messages>> = {
  it: { access: itAccess, area: itArea, site: itSite },
  en: { access: enAccess, area: enArea, site: enSite },
  ar: { access: arAccess, area: arArea, site: arSite },
};

/** The portal's texts of one namespace in one language. */
export function words<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  return createTranslator(locale, namespace, messages[locale][namespace]);
}
