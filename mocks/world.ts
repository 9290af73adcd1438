/** The demo world: the citizens, what every imitated system holds about them, and the faults in force. */
import portal from '../content/portal.json' with { type: 'json' };
import { dayInItaly, daysBetween } from '../src/domain/day.ts';
import { demoCitizens, type DemoCitizen } from './citizens/index.ts';
import { createFaultBoard, type FaultBoard } from './faults.ts';
import type { HealthRecord } from './systems/health-record.ts';
import { createNotifyStore, type NotifyStore } from './systems/notify-store.ts';
import { createPiemontePayStore, type PiemontePayStore } from './systems/piemontepay-store.ts';

export interface World {
  /** The day from which all dates are counted, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where the demo pages are that the systems link to; no final slash. */
  readonly demoOrigin: string;
  readonly citizens: readonly DemoCitizen[];
  readonly notify: NotifyStore;
  readonly piemontepay: PiemontePayStore;
  /** Health records by fiscal code. */
  readonly health: ReadonlyMap<string, HealthRecord>;
  readonly faults: FaultBoard;
  /** The time in this world: the clock's, moved by as many days as `today` is from the real day. */
  now(): Date;
  /** Returns every system and the faults to how they were at the start. */
  reset(): void;
}

/**
 * Makes a world that starts on `today` (`YYYY-MM-DD`).
 * @throws {RangeError} when `today` is no day
 * @throws {Error} when a demo citizen has payments at an ente that the configuration does not list
 */
export function createWorld(today: string, options: { demoOrigin?: string } = {}): World {
  const citizens = demoCitizens(today);
  const shift = daysBetween(dayInItaly(new Date()), today) * 86_400_000;
  const ledgers = citizens.flatMap(({ id, fiscalCode, debtPositions }) =>
    Object.entries(debtPositions).map(([ipa, positions]) => {
      if (fiscalCode === null) throw new Error(`Demo citizen ${id} has payments but no fiscal code.`);
      if (!portal.enti.some((ente) => ente.ipa === ipa)) {
        throw new Error(`Demo citizen ${id} has payments at ${ipa}, which content/portal.json does not list.`);
      }
      return { ipa, citizen: fiscalCode, positions };
    }),
  );
  const notify = createNotifyStore(citizens.flatMap((citizen) => citizen.messages));
  const piemontepay = createPiemontePayStore(portal.enti, ledgers);
  const faults = createFaultBoard(citizens.flatMap((citizen) => citizen.faults));
  return {
    today,
    demoOrigin: options.demoOrigin ?? 'http://localhost:4322',
    citizens,
    notify,
    piemontepay,
    health: new Map(
      citizens.flatMap(({ fiscalCode, health }) =>
        fiscalCode === null || health === null ? [] : [[fiscalCode, health]],
      ),
    ),
    faults,
    now: () => new Date(Date.now() + shift),
    reset() {
      notify.reset();
      piemontepay.reset();
      faults.reset();
    },
  };
}
