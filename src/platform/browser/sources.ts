import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { addLine, emptyReport, interrupt, streamLineOf, type SourceReport, type StreamLine } from '../../domain/outcome.ts';
import { panelState, type PanelState } from '../../domain/panel-state.ts';
import { ApiFailure, readLines } from './api-client.ts';
import { endSession, hasEnded } from './session.ts';

/** A list that comes from several sources, as its stream is read and kept in memory. */
export interface SourceList<Item> {
  key: readonly string[];
  /** Path below `/api/v1`. */
  path: string;
  line: z.ZodMiniType<StreamLine<Item>>;
}

/** Defines a list of sources; `item` is the schema that the BFF writes with. */
export function sourceList<Schema extends z.ZodMiniType>(name: string, path: string, item: Schema): SourceList<z.infer<Schema>> {
  // The two types say the same; the compiler cannot follow the schema's generic parameter through the union.
  const line: z.ZodMiniType = streamLineOf(item);
  return { key: ['sources', name], path, line: line as z.ZodMiniType<StreamLine<z.infer<Schema>>> };
}

/** Reads the stream into the cache line by line, over what was there before. */
async function readInto<Item>(
  client: QueryClient,
  list: SourceList<Item>,
  path: string,
  before: SourceReport<Item> | undefined,
  signal: AbortSignal,
): Promise<SourceReport<Item>> {
  let report: SourceReport<Item> = before ?? emptyReport;
  let cut = true;
  try {
    for await (const line of readLines(path, list.line, signal)) {
      if (hasEnded(client)) throw new ApiFailure('signed-out');
      report = addLine(report, line);
      if ('totals' in line) cut = false;
      client.setQueryData<SourceReport<Item>>(list.key, report);
    }
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'signed-out') endSession(client);
    throw error;
  }
  // A stream that brought nothing at all is a request that failed, not a list of no sources.
  if (report.expected.length === 0) throw new ApiFailure(null);
  return cut ? interrupt(report, new Date().toISOString()) : report;
}

function sourceListOptions<Item>(list: SourceList<Item>) {
  return queryOptions({
    queryKey: list.key,
    queryFn: ({ client, signal }) =>
      readInto(client, list, list.path, client.getQueryData<SourceReport<Item>>(list.key), signal),
  });
}

/** A list's state, and how to ask again the sources that failed. */
export interface LoadedList<Item> {
  state: PanelState<Item>;
  /** Whether the sources that failed are being asked again. */
  retrying: boolean;
  retry: () => void;
}

/** Loads a list. `name` names the list itself when the request for it fails. */
export function useSourceList<Item>(list: SourceList<Item>, name: string): LoadedList<Item> {
  const client = useQueryClient();
  const query = useQuery(sourceListOptions(list));
  const [retrying, setRetrying] = useState(false);
  const failed = query.isError ? { source: { id: list.path, name }, kind: 'unavailable' as const } : null;
  const state = panelState(query.data, query.data ? null : failed);

  const retry = () => {
    const ids = 'failures' in state ? state.failures.map(({ source }) => source.id) : [];
    const known = new Set(query.data?.expected.map(({ id }) => id));
    const toAsk = ids.filter((id) => known.has(id));
    setRetrying(true);
    const separator = list.path.includes('?') ? '&' : '?';
    const path = list.path + separator + new URLSearchParams(toAsk.map((id) => ['source', id])).toString();
    const again =
      toAsk.length === 0
        ? query.refetch()
        : readInto(client, list, path, query.data, new AbortController().signal).then((report) => {
            client.setQueryData(list.key, report);
          });
    // A request that fails again leaves the same sentence in its place.
    void Promise.resolve(again)
      .catch(() => undefined)
      .finally(() => setRetrying(false));
  };
  return { state, retrying, retry };
}
