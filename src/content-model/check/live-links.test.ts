import { expect, it, vi } from 'vitest';
import { askLinks } from './live-links.ts';

const place = { file: 'content/pages/it/a.md', line: 3 };
const links = (...urls: string[]) => urls.map((url) => ({ url, place }));

/** Answers with the status that ends the address; without one, the site is not there. */
const answering = vi.fn(async (input: string | URL | Request, init?: RequestInit) => {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  if (address.endsWith('/only-get')) return new Response(null, { status: init?.method === 'GET' ? 200 : 405 });
  if (address.endsWith('/slow')) throw new DOMException('too slow', 'TimeoutError');
  const status = Number(/(\d{3})$/.exec(address)?.[1]);
  if (!status) throw new TypeError('fetch failed');
  return new Response(null, { status });
});
const options = { fetch: answering, timeout: 1000, atOnce: 2 };

it('says which pages are gone, each address asked once', async () => {
  const asked = await askLinks(
    links(
      'https://a.it/200',
      'https://a.it/404#x',
      'https://a.it/404',
      'https://a.it/only-get',
      'https://a.it/slow',
      'https://a.it/403',
      'https://a.it/',
    ),
    options,
  );
  expect(asked.asked).toBe(6);
  expect(asked.findings.map(({ sentence }) => sentence)).toEqual([
    'la pagina https://a.it/404#x non c’è più: cerca il nuovo indirizzo.',
    'la pagina https://a.it/404 non c’è più: cerca il nuovo indirizzo.',
    'https://a.it/slow non risponde in tempo: provalo.',
    'https://a.it/403 non si lascia controllare da un programma (403): aprilo tu.',
    'https://a.it/ non si raggiunge: controlla come è scritto.',
  ]);
});

it('blames no page when there is no network', async () => {
  expect(await askLinks(links('https://a.it/', 'https://b.it/'), options)).toEqual({
    findings: [],
    asked: 2,
    withoutNetwork: true,
  });
});

it('never asks more sites at once than told', async () => {
  let now = 0;
  let most = 0;
  const counting = async () => {
    most = Math.max(most, (now += 1));
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
    return new Response(null, { status: 200 });
  };
  await askLinks(links(...Array.from({ length: 9 }, (_, index) => `https://a.it/${index}`)), {
    ...options,
    fetch: counting,
    atOnce: 3,
  });
  expect(most).toBe(3);
});
