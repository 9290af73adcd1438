/** Levels of assurance in the words of an OpenID request. */
import portal from '../content/portal.json' with { type: 'json' };
import type { AssuranceLevel, DemoCitizen } from './citizens/index.ts';

/** The `acr` values of one provider at each level that it has, the one it is asked with first. */
function acrsOf(provider: (typeof portal.identity.providers)[number]): { level: AssuranceLevel; acr: string }[] {
  const levels: Readonly<Record<string, readonly string[] | undefined>> = provider.levels;
  return ([1, 2] as const).flatMap((level) => (levels[level] ?? []).map((acr) => ({ level, acr })));
}

const known = portal.identity.providers.flatMap(acrsOf);

/** Every `acr` value that the configuration knows, without repetition. */
export const acrValues: readonly string[] = [...new Set(known.map((each) => each.acr))];

/** The level that an `acr` value stands for; undefined when it is not known. */
export function levelOfAcr(acr: string): AssuranceLevel | undefined {
  return known.find((each) => each.acr === acr)?.level;
}

/**
 * The `acr` with which a citizen comes in, in the terms of the request. Level 2 is granted to who has it, and to
 * anybody when nothing less is asked: that is how stepping up works in the demo.
 */
export function grantedAcr(citizen: Pick<DemoCitizen, 'level' | 'wayIn'>, requested: readonly string[]): string {
  const own = portal.identity.providers.filter((provider) => provider.id === citizen.wayIn).flatMap(acrsOf);
  const pick = (level: AssuranceLevel) => {
    const asked = requested.filter((acr) => levelOfAcr(acr) === level);
    return asked.find((acr) => own.some((each) => each.acr === acr)) ?? asked[0];
  };
  const [high, low] = [pick(2), pick(1)];
  if (high !== undefined && (citizen.level === 2 || low === undefined)) return high;
  if (low !== undefined) return low;
  const unasked = own.find((each) => each.level === citizen.level) ?? own[0];
  if (unasked === undefined) throw new Error(`content/portal.json has no provider "${citizen.wayIn}".`);
  return unasked.acr;
}
