import { expect, test } from 'vitest';
import { ItalianText } from './ItalianText.tsx';
import { expectAccessible, renderFor, wordsOf } from './testing.tsx';

test('for an Italian reader a text of an ente is a text like any other', async () => {
  const { container } = await renderFor('it', <ItalianText>TARI, seconda rata</ItalianText>);
  expect(container.innerHTML).toBe('TARI, seconda rata');
});

test('for others it is read out as Italian, from left to right, and said to be so', async () => {
  const { container } = await renderFor('ar', <ItalianText>TARI, seconda rata</ItalianText>);
  const italian = container.querySelector<HTMLElement>('[lang="it"]');
  expect(italian?.textContent).toBe('TARI, seconda rata');
  expect(italian?.dir).toBe('ltr');
  expect(container.textContent).toContain(wordsOf('ar')('italianOnly'));
  await expectAccessible(container);
});
