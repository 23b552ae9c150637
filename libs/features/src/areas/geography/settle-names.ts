import { countryOfArea, levelOfArea } from '#domain/observations/area-level.js';
import { type AreaLevel } from '#domain/observations/area-level.js';
import { NAME_SOURCES, type NameClaim } from './geography-claims.js';
import { type SettledArea } from './known-geography.js';

/** What an area is called, and of what level and country it is. */
export interface SettledName {
  name: string;
  level: AreaLevel;
  country: string | null;
}

/** Settles the names of one area; a name that an import has confirmed gives way only to the register and the tree. */
export function settledName(code: string, claims: readonly NameClaim[], stored: SettledArea | undefined): { settled: SettledName; contradictions: string[] } {
  const all: NameClaim[] = [...claims, ...(stored?.confirmed ? [{ code, name: stored.name, source: 'stored' as const, where: 'the register so far' }] : [])];
  const order = ({ source }: NameClaim): number => NAME_SOURCES.indexOf(source);
  const best = all.reduce((one, other) => (order(other) < order(one) ? other : one));
  const register = claims.find(({ source }) => source === 'register');
  const others = claims.filter(({ name, source }) => name !== best.name && source !== 'look-up');
  return {
    settled: {
      name: best.name,
      level: (register?.level as AreaLevel | undefined) ?? stored?.level ?? levelOfArea(code, ''),
      country: register?.country ?? stored?.country ?? claims.find(({ country }) => country !== undefined)?.country ?? countryOfArea(code),
    },
    contradictions: [...new Map(others.map((other) => [other.name, other])).values()].map(
      ({ where, name }) => `${code}: ${where} calls it “${name}”, ${best.where} “${best.name}”, which counts`,
    ),
  };
}
