export {};

/** Copies the page's address: a way to share it that needs no third party. The button shows only where it works. */
function start(foot: HTMLElement): void {
  const button = foot.querySelector<HTMLButtonElement>('button');
  const said = foot.querySelector('[role="status"]');
  // Only secure pages have a clipboard, whatever the types say.
  if (!button || !said || !('clipboard' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
    const say = (words: string | undefined) => {
      said.textContent = words ?? '';
    };
    navigator.clipboard.writeText(address).then(
      () => say(button.dataset.copied),
      () => say(button.dataset.failed),
    );
  });
}

for (const foot of document.querySelectorAll<HTMLElement>('.page-foot')) start(foot);
