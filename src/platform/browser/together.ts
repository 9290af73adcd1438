import { useEffect, useState } from 'react';

/** How long the first answer waits for the next ones, in milliseconds. */
const TOGETHER_MS = 250;

/**
 * Whether it is time to show what has come: when all has come, or a moment after the first.
 * Sources that answer almost together are shown together, so that rows do not push each other about;
 * a slower source is not waited for.
 */
export function useTogether(started: boolean, complete: boolean): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!started || waited) return;
    const timer = setTimeout(() => setWaited(true), TOGETHER_MS);
    return () => clearTimeout(timer);
  }, [started, waited]);
  return complete || waited;
}
