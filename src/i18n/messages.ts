import { createTranslator, type Messages, type Namespace, type Translate } from './translate.ts';

const files = import.meta.glob<Messages>('./messages/*/*.json', { eager: true, import: 'default' });

/** The messages of one language and namespace. Build and server only: the browser gets just what its page needs. */
export function messagesOf(locale: string, namespace: Namespace): Messages {
  const messages = files[`./messages/${locale}/${namespace}.json`];
  if (!messages) throw new Error(`No messages "${namespace}" for the language "${locale}" in src/i18n/messages.`);
  return messages;
}

/** Translators by language and namespace: every part of every page asks for one, and each is dear to make. */
const translators: { [N in Namespace]?: Map<string, Translate<N>> } = {};

/** The translator with the messages of one language and namespace. */
export function translatorOf<N extends Namespace>(locale: string, namespace: N): Translate<N> {
  const known: Map<string, Translate<N>> = (translators[namespace] ??= new Map());
  const translator = known.get(locale) ?? createTranslator(locale, namespace, messagesOf(locale, namespace));
  known.set(locale, translator);
  return translator;
}
