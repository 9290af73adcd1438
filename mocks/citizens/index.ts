/** The demo citizens. Each is a scenario that a person would recognise. */
import { isDay } from '../../src/domain/day.ts';
import type { DemoCitizen } from './citizen.ts';
import { fabioMarino } from './fabio-marino.ts';
import { marcoBianchi, saraGallo } from './fault-scenarios.ts';
import { giuliaFerraris } from './giulia-ferraris.ts';
import { elenaRusso, lucaBarbero, nourElAmrani, pieroGiordano } from './people.ts';

export type { AssuranceLevel, Claims, DemoCitizen, WayIn } from './citizen.ts';
export { citizen } from './citizen.ts';
export { debtPosition } from './debt-positions.ts';
export { message } from './messages.ts';

/**
 * The demo citizens as they are on `today` (`YYYY-MM-DD`): all their dates are counted from it.
 * @throws {RangeError} when `today` is no day
 */
export function demoCitizens(today: string): DemoCitizen[] {
  if (!isDay(today)) throw new RangeError(`"${today}" is not a day written YYYY-MM-DD`);
  return [
    giuliaFerraris(today),
    lucaBarbero(),
    marcoBianchi(today),
    saraGallo(today),
    nourElAmrani(),
    pieroGiordano(today),
    elenaRusso(today),
    fabioMarino(today),
  ];
}
