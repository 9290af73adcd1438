/** How many pages on either side of the one at hand are led to. */
const NEAR = 2;

/**
 * The pages that a page of a long list leads to: the first, the last, its neighbours. Null stands for those left out
 * between two; where only one would be, it is there.
 */
export function shownPages(page: number, pages: number): (number | null)[] {
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= NEAR,
  );
  return shown.flatMap((one, index) => {
    const gap = one - (shown[index - 1] ?? 0) - 1;
    return [...(gap === 0 ? [] : [gap === 1 ? one - 1 : null]), one];
  });
}
