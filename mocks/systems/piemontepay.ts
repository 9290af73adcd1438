/**
 * PiemontePAY, imitated: debt positions of one citizen towards one organization, their notices, receipts and
 * the address where one pays.
 */
import { http, type HttpHandler } from 'msw';
import { demoCredentials } from '../credentials.ts';
import { answerUnder, type SourceAnswers } from '../faults.ts';
import type { World } from '../world.ts';
import { pdfOf } from './pdf.ts';
import {
  paymentStates,
  type DebtPositionDetail,
  type DebtPositionPage,
  type PiemontePayError,
} from './piemontepay-contract.ts';
import type { Organization } from './piemontepay-store.ts';

const organizationPath = '*/piemontepay/api/v1/organizations/:organization';
const positionsPath = `${organizationPath}/citizens/:citizen/debtpositions`;

/** Rows in a page when the caller does not say. */
const defaultElements = 10;

const fiscalCodePattern = /^[a-zA-Z0-9]{11,16}$/;
const iuvPattern = /^[0-9]{17,35}$/;

const sortableFields = ['iuv', 'codiceVersamento', 'dataScadenza', 'importo'] as const;

/** Sent whatever the caller asks for in `fields`. */
const compulsoryFields: readonly string[] = ['codiceAvviso', 'codiceVersamento', 'importo'];
const optionalFields: readonly string[] = [
  'descrizionePagamento',
  'iuv',
  'descrizionePortale',
  'componentiPagamento',
  'dataScadenza',
  'dataOraOperazione',
  'dataEsitoPagamento',
  'identificativoUnicoRiscossione',
  'numeroTransazione',
  'prestatoreServiziPagamento',
  'infoAggiuntive',
  'presenzaQuietanza',
  'codiceStatoPagamento',
  'descrizioneStatoPagamento',
];

function failure(
  status: number,
  code: PiemontePayError['code'],
  detail: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ status: String(status), code, detail } satisfies PiemontePayError, { status, headers });
}

const answers: SourceAnswers = {
  error: (status, headers) => failure(status, 'INTERNAL_ERROR', 'Il servizio non può rispondere', headers),
  malformed: () =>
    Response.json({
      status: '200',
      currentPage: 1,
      totalElements: 1,
      totPages: 1,
      pageSize: 10,
      debtPositions: [{ codiceAvviso: 301, importo: '86,00 euro' }],
    }),
};

/** Refuses a caller without the right name and password. */
function refusal(request: Request): Response | undefined {
  const { username, password } = demoCredentials.piemontepay;
  if (request.headers.get('Authorization') === `Basic ${btoa(`${username}:${password}`)}`) return undefined;
  return failure(401, 'AUTHORIZATION_ERROR', 'Credenziali mancanti o errate', {
    'WWW-Authenticate': 'Basic realm="PiemontePAY"',
  });
}

interface Call {
  organization: string;
  citizen?: string;
  iuv?: string;
}

/** Handlers of PiemontePAY; they keep their state in `world`. */
export function piemontePayHandlers(world: World): HttpHandler[] {
  const store = world.piemontepay;

  /** Puts the fault in force, then refuses what cannot be answered, then lets `reply` answer. */
  const answer = (request: Request, call: Call, reply: (organization: Organization) => Response) => {
    const organization = store.organization(call.organization);
    const source = organization === undefined ? 'piemontepay' : `piemontepay/${organization.ipa}`;
    return answerUnder(world.faults.find(source, call.citizen?.toUpperCase()), request, answers, () => {
      const refused = refusal(request);
      if (refused !== undefined) return refused;
      const invalid = invalidPath(call);
      if (invalid.length > 0) return invalidInput(invalid);
      if (organization === undefined) return failure(404, 'VALIDATION_ERROR', 'Ente non trovato');
      return reply(organization);
    });
  };

  const positionOf = (organization: Organization, citizen: string, iuv: string) =>
    store.positions(organization, citizen.toUpperCase()).find((position) => position.iuv === iuv);

  return [
    http.get<{ organization: string; citizen: string }>(positionsPath, ({ request, params }) =>
      answer(request, params, (organization) =>
        listPage(new URL(request.url).searchParams, store.positions(organization, params.citizen.toUpperCase())),
      ),
    ),

    http.get<{ organization: string; citizen: string; iuv: string }>(
      `${positionsPath}/:iuv/paymentnotice`,
      ({ request, params }) =>
        answer(request, params, (organization) => {
          const position = positionOf(organization, params.citizen, params.iuv);
          if (position === undefined) return failure(404, 'VALIDATION_ERROR', 'Avviso non trovato');
          return Response.json({
            notice: pdfOf(['Avviso di pagamento di prova', ...pdfLines(organization, position)]),
          });
        }),
    ),

    http.get<{ organization: string; citizen: string; iuv: string }>(
      `${positionsPath}/:iuv/paymentreceipt`,
      ({ request, params }) =>
        answer(request, params, (organization) => {
          const position = positionOf(organization, params.citizen, params.iuv);
          if (position?.presenzaQuietanza !== true) return failure(404, 'VALIDATION_ERROR', 'Ricevuta non trovata');
          return Response.json({ receipt: pdfOf(['Ricevuta di prova', ...pdfLines(organization, position)]) });
        }),
    ),

    http.get<{ organization: string; iuv: string }>(
      `${organizationPath}/debtpositions/:iuv/payment`,
      ({ request, params }) =>
        answer(request, params, (organization) => {
          const position = store.byIuv(organization, params.iuv);
          if (position === undefined) return failure(404, 'VALIDATION_ERROR', 'Posizione non trovata');
          if (position.codiceStatoPagamento !== paymentStates.notPaid.code) {
            return failure(400, 'BUSINESS_ERROR', 'La posizione non si può pagare');
          }
          return Response.json({ paymentUrl: `${world.demoOrigin}/paga/${organization.ipa}/${params.iuv}` });
        }),
    ),
  ];
}

function invalidInput(names: readonly string[]): Response {
  return failure(400, 'VALIDATION_ERROR', `Parametri non corretti: ${names.join(', ')}`);
}

function invalidPath(call: Call): string[] {
  return [
    ...(fiscalCodePattern.test(call.organization) ? [] : ['organizationFiscalCode']),
    ...(call.citizen === undefined || fiscalCodePattern.test(call.citizen) ? [] : ['citizenFiscalCode']),
    ...(call.iuv === undefined || iuvPattern.test(call.iuv) ? [] : ['iuv']),
  ];
}

function listPage(query: URLSearchParams, positions: readonly DebtPositionDetail[]): Response {
  const status = query.get('status');
  const iuv = query.get('iuv');
  const page = Number(query.get('currentPage') ?? 1);
  const elements = Number(query.get('elements') ?? defaultElements);
  const sort = parseSort(query.get('sort'));
  const fields = query
    .get('fields')
    ?.split(',')
    .map((field) => field.trim());
  const invalid = [
    ...(status === null || status === 'PAYED' || status === 'NOT_PAYED' ? [] : ['status']),
    ...(iuv === null || iuvPattern.test(iuv) ? [] : ['iuv']),
    ...(Number.isInteger(page) && page >= 1 ? [] : ['currentPage']),
    ...(Number.isInteger(elements) && elements >= 1 ? [] : ['elements']),
    ...(sort === undefined ? ['sort'] : []),
    ...(fields?.every((field) => compulsoryFields.includes(field) || optionalFields.includes(field)) === false
      ? ['fields']
      : []),
  ];
  if (sort === undefined || invalid.length > 0) return invalidInput(invalid);

  const wanted = { PAYED: paymentStates.paid.code, NOT_PAYED: paymentStates.notPaid.code };
  const found = positions
    .filter((position) => iuv === null || position.iuv === iuv)
    .filter(
      (position) => (status !== 'PAYED' && status !== 'NOT_PAYED') || position.codiceStatoPagamento === wanted[status],
    )
    .sort(sort);
  return Response.json({
    // The contract asks for it and does not say what it is; errors carry their HTTP status under this name.
    status: '200',
    currentPage: page,
    totalElements: found.length,
    totPages: Math.ceil(found.length / elements),
    pageSize: elements,
    debtPositions: found.slice((page - 1) * elements, page * elements).map((position) => only(position, fields)),
  } satisfies DebtPositionPage);
}

/** The row with the compulsory fields and those asked for; whole when nothing was asked. */
function only(position: DebtPositionDetail, fields: readonly string[] | undefined): Partial<DebtPositionDetail> {
  if (fields === undefined) return position;
  return Object.fromEntries(
    Object.entries(position).filter(([name]) => compulsoryFields.includes(name) || fields.includes(name)),
  );
}

type Order = (left: DebtPositionDetail, right: DebtPositionDetail) => number;

/** `+field` or `-field`, several with commas; undefined when a field is not known. */
function parseSort(sort: string | null): Order | undefined {
  if (sort === null || sort === '') return () => 0;
  const keys = sort.split(',').map((key) => {
    // A plus sign that was not escaped in the address arrives as a space.
    const [, sign = '', name = ''] = /^([-+ ]?)(.*)$/.exec(key) ?? [];
    return { field: sortableFields.find((each) => each === name), direction: sign === '-' ? -1 : 1 };
  });
  if (keys.some((key) => key.field === undefined)) return undefined;
  return (left, right) => {
    for (const { field, direction } of keys) {
      if (field === undefined) continue;
      const [a, b] = [left[field] ?? '', right[field] ?? ''];
      if (a !== b) return (a < b ? -1 : 1) * direction;
    }
    return 0;
  };
}

function pdfLines(organization: Organization, position: DebtPositionDetail): string[] {
  return [
    organization.name,
    position.descrizionePagamento ?? '',
    `Numero avviso ${position.codiceAvviso}`,
    `Importo ${position.importo.toFixed(2).replace('.', ',')} euro`,
    ...(position.dataScadenza === undefined ? [] : [`Scadenza ${position.dataScadenza.slice(0, 10)}`]),
    'Documento di prova: non ha alcun valore.',
  ];
}
