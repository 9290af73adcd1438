/** The debt positions that the imitated PiemontePAY keeps. */
import { paymentOutcome } from '../citizens/debt-positions.ts';
import { paymentStates, type DebtPositionDetail } from './piemontepay-contract.ts';

/** A body that collects payments through PiemontePAY. */
export interface Organization {
  ipa: string;
  name: string;
  fiscalCode: string;
}

/** One citizen's positions towards one organization. */
export interface Ledger {
  ipa: string;
  citizen: string;
  positions: readonly DebtPositionDetail[];
}

export interface PiemontePayStore {
  organization(fiscalCode: string): Organization | undefined;
  /** Every position of a citizen towards an organization; none when they have no dealings. */
  positions(organization: Organization, citizen: string): readonly DebtPositionDetail[];
  /** A position of an organization by its IUV, whoever owes it. */
  byIuv(organization: Organization, iuv: string): DebtPositionDetail | undefined;
  /** Marks a position as paid at `at` (a date-time without offset); false when it cannot be paid. */
  pay(organization: Organization, iuv: string, at: string): boolean;
  reset(): void;
}

/** A store that starts with, and is reset to, `initial`. */
export function createPiemontePayStore(
  organizations: readonly Organization[],
  initial: readonly Ledger[],
): PiemontePayStore {
  let ledgers: { ipa: string; citizen: string; positions: DebtPositionDetail[] }[] = [];
  const byIuv = (organization: Organization, iuv: string) =>
    ledgers
      .filter((ledger) => ledger.ipa === organization.ipa)
      .flatMap((ledger) => ledger.positions)
      .find((position) => position.iuv === iuv);
  const store: PiemontePayStore = {
    organization: (fiscalCode) => organizations.find((each) => each.fiscalCode === fiscalCode),
    positions: (organization, citizen) =>
      ledgers.find((ledger) => ledger.ipa === organization.ipa && ledger.citizen === citizen)?.positions ?? [],
    byIuv,
    pay(organization, iuv, at) {
      const position = byIuv(organization, iuv);
      if (position?.codiceStatoPagamento !== paymentStates.notPaid.code) return false;
      Object.assign(position, paymentOutcome(iuv, at), {
        presenzaQuietanza: true,
        codiceStatoPagamento: paymentStates.paid.code,
        descrizioneStatoPagamento: paymentStates.paid.description,
      });
      return true;
    },
    reset() {
      ledgers = initial.map((ledger) => ({ ...ledger, positions: structuredClone([...ledger.positions]) }));
    },
  };
  store.reset();
  return store;
}
