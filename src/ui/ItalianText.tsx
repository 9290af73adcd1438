import type { ReactNode } from 'react';
import { useReader } from '../i18n/react.tsx';

/** A text that enti write only in Italian: read out as Italian, and said to be so in other languages. */
export function ItalianText({ children }: { children: ReactNode }) {
  const { t, locale } = useReader();
  if (locale === 'it') return <>{children}</>;
  return (
    <>
      <span lang="it" dir="ltr">
        {children}
      </span>{' '}
      <span className="text-quiet">({t('italianOnly')})</span>
    </>
  );
}
