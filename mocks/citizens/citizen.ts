/** A demo citizen: a person invented for the demo, and what every imitated system holds about them. */
import portal from '../../content/portal.json' with { type: 'json' };
import type { Fault } from '../faults.ts';
import type { HealthRecord } from '../systems/health-record.ts';
import type { StoredMessage } from '../systems/notify-message.ts';
import type { DebtPositionDetail } from '../systems/piemontepay-contract.ts';
import { stableUuid } from './identifiers.ts';

/** How a citizen proves who they are. */
export type WayIn = 'spid' | 'cie' | 'eidas' | 'cns';

/** Level of assurance: 1 is a password, 2 has a second factor. */
export type AssuranceLevel = 1 | 2;

/** What the identity provider says about somebody; the names of the claims are the portal's configuration. */
export type Claims = Readonly<Record<string, string>> & { readonly sub: string };

export interface DemoCitizen {
  /** A slug, the same every time. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly fullName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** One sentence that says what this person is there to show. */
  readonly scenario: { readonly it: string; readonly en: string };
  readonly wayIn: WayIn;
  readonly level: AssuranceLevel;
  readonly claims: Claims;
  readonly fiscalCode: string | null;
  /** A BCP 47 language code. */
  readonly preferredLanguage: string;
  /** What NOTIFY holds. */
  readonly messages: readonly StoredMessage[];
  /** What PiemontePAY holds, by the IPA code of the ente. */
  readonly debtPositions: Readonly<Record<string, readonly DebtPositionDetail[]>>;
  /** What the front door of the health record holds; null when it does not know this person. */
  readonly health: HealthRecord | null;
  /** Faults that are part of this person's scenario. */
  readonly faults: readonly Fault[];
}

interface CitizenDraft extends Partial<Pick<DemoCitizen, 'messages' | 'debtPositions' | 'health' | 'faults'>> {
  id: string;
  givenName: string;
  familyName: string;
  birthDate: string;
  scenario: DemoCitizen['scenario'];
  wayIn: WayIn;
  level: AssuranceLevel;
  fiscalCode: string | null;
  preferredLanguage?: string;
}

/** Completes a citizen: claims, full name, and empty systems where nothing is said. */
export function citizen(draft: CitizenDraft): DemoCitizen {
  const { claims } = portal.identity;
  return {
    preferredLanguage: 'it',
    messages: [],
    debtPositions: {},
    health: null,
    faults: [],
    ...draft,
    fullName: `${draft.givenName} ${draft.familyName}`,
    claims: {
      sub: stableUuid(`citizen/${draft.id}`),
      [claims.givenName]: draft.givenName,
      [claims.familyName]: draft.familyName,
      [claims.dateOfBirth]: draft.birthDate,
      // Somebody who signs in from abroad has no Italian fiscal code, and then the claim is not sent at all.
      ...(draft.fiscalCode === null ? {} : { [claims.fiscalNumber]: `TINIT-${draft.fiscalCode}` }),
    },
  };
}
