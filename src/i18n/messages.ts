import { loadMessages, type Messages, type Namespace, type Translate } from './translate.ts';

const files = import.meta.glob<Messages>('./messages/*/*.json', { eager: true, import: 'default' });

/** The messages of one language and namespace. Build and server only: the browser gets just what its page needs. */
export function messagesOf(locale: string, namespace: Namespace): Messages {
  const messages = files[`./messages/${locale}/${namespace}.json`];
  if (!messages) throw new Error(`No messages "${namespace}" for the language "${locale}" in src/i18n/messages.`);
  return messages;
}

/** What has been loaded, by language and namespace: every part of every page asks for it, and it is dear to make. */
const loaded = new Map<string, ReturnType<typeof loadMessages>>();

/** The translator with the messages of one language and namespace. */
export function translatorOf<N extends Namespace>(locale: string, namespace: N): Translate<N> {
  const key = `${locale}/${namespace}`;
  const instance = loaded.get(key) ?? loadMessages(locale, namespace, messagesOf(locale, namespace));
  loaded.set(key, instance);
  return instance.getFixedT(locale, namespace);
}
