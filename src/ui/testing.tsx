/** What tests of components share: a reader, and what accessibility asks of a piece of a page. */
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { render } from 'vitest-browser-react';
import { translatorOf } from '../i18n/messages.ts';
import { ReaderProvider } from '../i18n/react.tsx';

/** The languages in which components are looked at: the source, and the one that reads from right to left. */
export const testedLocales = ['it', 'ar'] as const;

type TestedLocale = (typeof testedLocales)[number];

/** The words of the area in a language. */
export const wordsOf = (locale: TestedLocale) => translatorOf(locale, 'area');

/** A piece of a page as a reader of a language has it. */
export function forReader(locale: TestedLocale, children: ReactNode): ReactNode {
  document.documentElement.lang = locale;
  document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
  return <ReaderProvider reader={{ locale, t: wordsOf(locale) }}>{children}</ReaderProvider>;
}

/** Shows a piece of a page to a reader of a language. */
export async function renderFor(locale: TestedLocale, children: ReactNode) {
  return render(forReader(locale, children));
}

/** No rule of axe-core is broken; what only a whole page can have, its landmarks, is not asked for. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))).toEqual([]);
}
