import { streamLineOf } from '../../domain/outcome.ts';
import type { Ente, Portal } from '../../platform/portal.ts';
import type { ApiOperation } from '../../platform/server/api.ts';
import { personalSource, streamOutcomes } from '../../platform/server/outcomes.ts';
import { payment } from './model.ts';
import type { DebtPositions } from './sources/piemontepay.ts';

export interface PaymentsOptions {
  config: Portal['sources']['payments'];
  enti: readonly Ente[];
  debtPositions: DebtPositions;
}

/** `/api/v1/payments`: what each ente asks of the person; every ente is a source of its own. */
export function paymentsOperations({ config, enti, debtPositions }: PaymentsOptions): ApiOperation[] {
  return [
    {
      method: 'get',
      path: '/payments',
      summary: 'Payments due and made, one line per ente as it answers',
      response: { type: 'application/x-ndjson', schema: streamLineOf(payment) },
      access: 'signed-in',
      handle: async (call, session) =>
        streamOutcomes(
          enti.map((ente) => {
            const source = { id: `${config.system}/${ente.ipa}`, name: ente.name };
            return personalSource(session, config.minimumLevel, source, (fiscalCode, signal) =>
              debtPositions.list(ente, fiscalCode, signal),
            );
          }),
          call,
        ),
    },
  ];
}
