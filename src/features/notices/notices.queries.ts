import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SourceReport } from '../../domain/outcome.ts';
import { ApiFailure, post } from '../../platform/browser/api-client.ts';
import { endSession } from '../../platform/browser/session.ts';
import { sourceList } from '../../platform/browser/sources.ts';
import { notice, type Notice } from './model.ts';

/** The person's notices. */
export const noticesList = sourceList('notices', '/notices', notice);

/** Marks a notice as read, on the page at once and at the source; taken back when the source refuses. */
export function useMarkRead() {
  const client = useQueryClient();
  const setRead = (id: string, read: boolean) =>
    client.setQueryData<SourceReport<Notice>>(noticesList.key, (report) => {
      if (!report) return report;
      const outcomes = report.outcomes.map((outcome) =>
        outcome.status === 'ready'
          ? { ...outcome, items: outcome.items.map((one) => (one.id === id ? { ...one, read } : one)) }
          : outcome,
      );
      return { ...report, outcomes };
    });
  return useMutation({
    mutationFn: (id: string) => post(`/notices/${id}/read`),
    onMutate: (id) => {
      setRead(id, true);
    },
    onError: (error, id) => {
      if (error instanceof ApiFailure && error.code === 'signed-out') endSession(client);
      else setRead(id, false);
    },
  });
}
