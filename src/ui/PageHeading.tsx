import { useEffect, useRef, type ReactNode } from 'react';

let arrivals = 0;

/**
 * The heading of a section. When the person comes to it without a reload, focus goes to it as a new page would take it;
 * on the very first page the browser has already put focus where it belongs.
 */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    arrivals += 1;
    if (arrivals > 1) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
