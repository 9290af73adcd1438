import { expect, it } from 'vitest';
import { newestFirst, unread, type Notice } from './model.ts';

const one = (id: string, sentAt: string, read = false): Notice => ({
  id,
  title: null,
  sender: null,
  text: null,
  sentAt,
  read,
  dueOn: null,
  amountCents: null,
});

const notices = [
  one('morning', '2026-11-23T08:00:00.000Z', true),
  one('a year ago', '2025-11-23T08:00:00.000Z'),
  one('noon in Rome', '2026-11-23T12:00:00+01:00'),
  one('noon in Greenwich', '2026-11-23T12:00:00Z', true),
];

it('puts the newest first, by instant and not by the way it is written', () => {
  expect(newestFirst(notices).map(({ id }) => id)).toEqual(['noon in Greenwich', 'noon in Rome', 'morning', 'a year ago']);
});

it('leaves the list that it is given as it was', () => {
  newestFirst(notices);
  expect(notices[0]?.id).toBe('morning');
});

it('tells what has still to be read', () => {
  expect(unread(notices).map(({ id }) => id)).toEqual(['a year ago', 'noon in Rome']);
});
