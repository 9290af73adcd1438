/** Takes away the alerts that have ended since the page was made: an old page must not alarm anybody. */
export function hideEnded(root: ParentNode, now: string): void {
  for (const alert of root.querySelectorAll<HTMLElement>('[data-until]')) {
    if ((alert.dataset.until ?? '') <= now) alert.remove();
  }
  for (const list of root.querySelectorAll('.alerts')) if (!list.querySelector('.alert')) list.remove();
}

hideEnded(document, new Date().toISOString());
