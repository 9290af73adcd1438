import * as z from 'zod/mini';
import { streamLineOf } from '../../domain/outcome.ts';
import type { Portal } from '../../platform/portal.ts';
import { problemResponse } from '../../platform/problem.ts';
import type { ApiOperation } from '../../platform/server/api.ts';
import { personalSource, streamOutcomes } from '../../platform/server/outcomes.ts';
import { UpstreamFailure } from '../../platform/server/upstream.ts';
import { notice } from './model.ts';
import type { Inbox } from './sources/notify.ts';

export interface NoticesOptions {
  config: Portal['sources']['notices'];
  inbox: Inbox;
}

/** `/api/v1/notices`: the person's notices, and marking one as read. */
export function noticesOperations({ config, inbox }: NoticesOptions): ApiOperation[] {
  const source = { id: config.system, name: config.name };
  return [
    {
      method: 'get',
      path: '/notices',
      summary: 'The notices sent to the person, one line per source as it answers',
      response: { type: 'application/x-ndjson', schema: streamLineOf(notice) },
      access: 'signed-in',
      handle: async (call, session) =>
        streamOutcomes([personalSource(session, config.minimumLevel, source, inbox.list)], call),
    },
    {
      method: 'post',
      path: '/notices/:id/read',
      summary: 'Marks a notice as read',
      response: null,
      access: 'signed-in',
      handle: async ({ request, params, traceId, log }, { fiscalCode, level }) => {
        const id = z.uuid().safeParse(params.id);
        if (!id.success || fiscalCode === null || level < config.minimumLevel) return problemResponse('not-found', traceId);
        try {
          const found = await inbox.markRead(fiscalCode, id.data, request.signal);
          if (!found) return problemResponse('not-found', traceId);
          return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
        } catch (error) {
          const kind = error instanceof UpstreamFailure ? error.kind : 'unreadable';
          log('warn', 'source-failed', { traceId, source: source.id, kind });
          return problemResponse('source-failed', traceId);
        }
      },
    },
  ];
}
