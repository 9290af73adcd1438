import { expect, it } from 'vitest';
import { createOpaqueId } from './opaque-id.ts';

const fiscalCode = '00221900020';
const noticeNumber = '301000000000012345';
const opaqueId = createOpaqueId('a-key-of-the-installation');

it('is the same for the same thing, in every process with the same key', async () => {
  const id = await opaqueId('payment', fiscalCode, noticeNumber);
  expect(await opaqueId('payment', fiscalCode, noticeNumber)).toBe(id);
  expect(await createOpaqueId('a-key-of-the-installation')('payment', fiscalCode, noticeNumber)).toBe(id);
});

it('is another under another key', async () => {
  const other = createOpaqueId('a-key-of-another-installation');
  expect(await other('payment', fiscalCode, noticeNumber)).not.toBe(await opaqueId('payment', fiscalCode, noticeNumber));
});

it('is 128 bits that can stand in an address, and nothing of the thing can be read from it', async () => {
  const id = await opaqueId('payment', fiscalCode, noticeNumber);
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(atob(id.replaceAll('-', '+').replaceAll('_', '/'))).not.toMatch(/\d{6}/);
});

it('is another for every thing, however its parts are cut', async () => {
  const ids = await Promise.all([
    opaqueId('payment', '1', '23'),
    opaqueId('payment', '12', '3'),
    opaqueId('payment', '123'),
    opaqueId('payment', '123', ''),
    opaqueId('notice', '1', '23'),
    ...Array.from({ length: 1_000 }, (_, index) => opaqueId('payment', fiscalCode, String(index))),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});
