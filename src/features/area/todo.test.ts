import { expect, it } from 'vitest';
import type { Notice } from '../notices/model.ts';
import type { Payment } from '../payments/model.ts';
import { tasksOf } from './todo.ts';

const payment = (id: string, dueOn: string | null, status: Payment['status'] = 'due'): Payment => ({
  id,
  ente: { ipa: 'c_a859', name: 'Comune di Biella', fiscalCode: '00221900020' },
  reason: id,
  noticeNumber: '3'.repeat(18),
  amount: { cents: 8600, currency: 'EUR' },
  dueOn,
  paidOn: null,
  status,
});
const notice = (id: string, dueOn: string | null, amountCents: number | null = null): Notice => ({
  id,
  title: id,
  sender: 'ASL TO3',
  text: null,
  sentAt: '2026-11-01T08:00:00.000Z',
  read: true,
  dueOn,
  amountCents,
});

it('puts what is most overdue first and what has no date last, over all sources', () => {
  const tasks = tasksOf([payment('senza data', null), payment('mensa', '2026-11-22')], [notice('esenzione', '2026-11-11')], '2026-11-23');
  expect(tasks.map(({ title }) => title)).toEqual(['esenzione', 'mensa', 'senza data']);
});

it('leaves out what is paid or not known, notices without a date and those that only announce a payment of the list', () => {
  const tasks = tasksOf(
    [payment('pagato', '2026-11-22', 'paid'), payment('incerto', '2026-11-20', 'unknown')],
    [notice('saluti', null), notice('bollettino', '2026-11-22', 8600)],
    '2026-11-23',
  );
  expect(tasks).toEqual([]);
});

it('keeps a notice that asks for money which no ente has in its list', () => {
  const tasks = tasksOf([payment('mensa', '2026-11-22')], [notice('multa', '2026-11-30', 5000)], '2026-11-23');
  expect(tasks.map(({ title, amountCents }) => [title, amountCents])).toEqual([
    ['mensa', 8600],
    ['multa', 5000],
  ]);
});

it('lets a notice that was read go a month after its date', () => {
  expect(tasksOf([], [notice('vecchio', '2026-10-23')], '2026-11-23')).toEqual([]);
  expect(tasksOf([], [notice('recente', '2026-10-24')], '2026-11-23')).toHaveLength(1);
  expect(tasksOf([], [{ ...notice('mai letto', '2026-01-01'), read: false }], '2026-11-23')).toHaveLength(1);
});
