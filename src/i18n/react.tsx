import { createContext, useContext, type ReactNode } from 'react';
import type { Translate } from './translate.ts';

/** What a reader of the area needs to see texts in their language. */
export interface Reader {
  locale: string;
  t: Translate<'area'>;
}

const ReaderContext = createContext<Reader | null>(null);

/** Gives the area its language. */
export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** The reader's language and translator. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('useReader is used outside ReaderProvider');
  return reader;
}
