import { severities } from '../../content-model/schemas.ts';
import type { Day } from '../../domain/day.ts';

/** What decides whether an alert is shown: instants in UTC as `Date.toISOString` writes them. */
interface Validity {
  severity: (typeof severities)[number];
  validFrom: string;
  validUntil: string;
}

/** The alerts in force at an instant, the gravest first; a page hides those whose end passes later. */
export function alertsInForce<T extends { facts: Validity }>(alerts: readonly T[], now: string): T[] {
  const weight = ({ facts }: T) => severities.indexOf(facts.severity);
  return alerts
    .filter(({ facts }) => facts.validFrom <= now && now < facts.validUntil)
    .sort((a, b) => weight(b) - weight(a) || a.facts.validUntil.localeCompare(b.facts.validUntil));
}

/** Whether a consultation is still to open, open or closed on a day: both its days are included. */
export function stageOf({ opensOn, closesOn }: { opensOn: Day; closesOn: Day }, today: Day): 'planned' | 'open' | 'closed' {
  if (today < opensOn) return 'planned';
  return today <= closesOn ? 'open' : 'closed';
}
