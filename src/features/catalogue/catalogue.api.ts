import { dayInItaly } from '../../domain/day.ts';
import { streamLineOf } from '../../domain/outcome.ts';
import type { ApiOperation } from '../../platform/server/api.ts';
import { streamOutcomes } from '../../platform/server/outcomes.ts';
import { suggestion, suggestServices, type SuggestibleService } from './model.ts';

export interface CatalogueOptions {
  /** All services in a language that the portal may not have: it then answers in Italian. */
  listServices: (locale: string) => Promise<SuggestibleService[]>;
  portalName: string;
}

/** `/api/v1/suggestions`: services of the catalogue for this person, with the reason for each. */
export function catalogueOperations({ listServices, portalName }: CatalogueOptions): ApiOperation[] {
  return [
    {
      method: 'get',
      path: '/suggestions',
      summary: 'Services suggested to the person; `locale` chooses the language',
      response: { type: 'application/x-ndjson', schema: streamLineOf(suggestion) },
      access: 'signed-in',
      handle: async (call, { dateOfBirth }) => {
        const read = async () => {
          const services = await listServices(call.query.get('locale') ?? '');
          return { items: suggestServices(services, dateOfBirth, dayInItaly(call.now())), unreadable: 0 };
        };
        return streamOutcomes([{ source: { id: 'catalogue', name: portalName }, read }], call);
      },
    },
  ];
}
