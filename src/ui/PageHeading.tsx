import { useEffect, useRef, type ReactNode } from 'react';

/** The address at which the last heading stood; null before the first. */
let lastAddress: string | null = null;
let lastFocused: EventTarget | null = null;

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    lastFocused = target;
  });
}

/**
 * The heading of a section. When the person comes to another address without a reload, focus goes to it as a new page
 * would take it; and when what had focus has gone from the page, as at the end of a session, so that focus is never
 * lost. Otherwise, as on the very first page, it stays where the person has it.
 * @param pageTitle the title of the whole page, where the section's own is not enough
 */
export function PageHeading({ children, pageTitle }: { children: ReactNode; pageTitle?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const address = location.pathname + location.search;
    const arrived = lastAddress !== null && lastAddress !== address;
    const focusWent = lastFocused instanceof Node && !lastFocused.isConnected;
    lastAddress = address;
    if (arrived || focusWent) heading.current?.focus();
  }, []);
  useEffect(() => {
    if (pageTitle !== undefined) document.title = pageTitle;
  }, [pageTitle]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
