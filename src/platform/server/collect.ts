import type * as z from 'zod/mini';
import { addLine, emptyReport, interrupt, type SourceReport, type StreamLine } from '../../domain/outcome.ts';
import { panelState, type PanelState } from '../../domain/panel-state.ts';
import type { Handler } from './api.ts';

/** A list of the API as a whole, or the reason why there is none. */
export type Collected<Item> = { signedIn: true; state: PanelState<Item> } | { signedIn: false };

/**
 * Reads a whole list of the API for a page that is made on the server: it waits for every source, each within its time
 * limit, and gives the same state that the area would show.
 * @param request the person's own request, whose cookies it speaks with
 * @param name what the list is called when the request for it fails
 */
export async function collectList<Item>(
  api: Handler,
  request: Request,
  path: string,
  name: string,
  line: z.ZodMiniType<StreamLine<Item>>,
): Promise<Collected<Item>> {
  const headers = { cookie: request.headers.get('cookie') ?? '' };
  const response = await api(new Request(new URL(`/api/v1${path}`, request.url), { headers, signal: request.signal }));
  if (response.status === 401) return { signedIn: false };
  const text = response.ok ? await response.text() : '';
  let report: SourceReport<Item> = emptyReport;
  for (const written of text.split('\n').slice(0, -1)) report = addLine(report, line.parse(JSON.parse(written)));
  const whole = report.ended ? report : interrupt(report, new Date().toISOString());
  const failed = response.ok ? null : ({ source: { id: path, name }, kind: 'unavailable' } as const);
  return { signedIn: true, state: panelState(whole, failed) };
}
