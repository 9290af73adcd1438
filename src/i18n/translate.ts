import { createInstance, type i18n, type TFunction } from 'i18next';

/** Messages of one namespace: nested texts, as in `messages/<locale>/<namespace>.json`. */
export type Messages = { [key: string]: string | Messages };

export type Namespace = 'access' | 'area' | 'developers' | 'feedback' | 'figures' | 'pay' | 'search' | 'site' | 'status';

/** Translates keys of one namespace; keys are checked against the Italian messages. */
export type Translate<N extends Namespace = Namespace> = TFunction<N>;

/**
 * Messages of one language and namespace, ready at once.
 * There is no fallback to another language: completeness is checked by a test, so a missing key is a fault to be seen.
 */
export function loadMessages(locale: string, namespace: Namespace, messages: Messages): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    ns: [namespace],
    defaultNS: namespace,
    resources: { [locale]: { [namespace]: messages } },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** A translator for one language and namespace. */
export function createTranslator<N extends Namespace>(locale: string, namespace: N, messages: Messages): Translate<N> {
  return loadMessages(locale, namespace, messages).getFixedT(locale, namespace);
}
