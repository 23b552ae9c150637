/** What councils call themselves beside the name of their place. Longer ones first. */
const BEFORE = /^(?:london borough of |royal borough of |metropolitan borough of |borough of |city and county of |city of |county of |county )/;
const AFTER = /(?: metropolitan borough| metropolitan district| county borough| borough| city| county| district)? council$/;
/** As registers sort them: "Bristol, City of". */
const SORTED = /, (?:city|county) of$/;

/**
 * The place in a council's name, so that "Barnsley Metropolitan Borough Council" and "Barnsley" are one: small letters, "and" for
 * "&", no dots and apostrophes, and without what councils call themselves. Nothing is abbreviated, reordered or guessed: "Hull
 * City Council" is not "Kingston upon Hull, City of".
 */
export function placeOfCouncil(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.replace(SORTED, '').replace(AFTER, '').replace(BEFORE, '').trim();
}

export interface NamedCouncil {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export type CouncilMatch = { readonly council: NamedCouncil } | { readonly unmatched: string };

/** Councils by the place in their names. */
export class CouncilNames {
  private readonly byPlace = new Map<string, NamedCouncil[]>();

  /** @param councils those that there are today */
  constructor(councils: readonly NamedCouncil[]) {
    for (const council of councils) {
      const place = placeOfCouncil(council.name);
      this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), council]);
    }
  }

  /** @returns the one council of that name, or why there is none: no such name, or several codes with it */
  match(name: string): CouncilMatch {
    const [council, ...others] = this.byPlace.get(placeOfCouncil(name)) ?? [];
    if (!council) return { unmatched: 'no council of that name is in the register of areas' };
    const codes = [council, ...others].map(({ code }) => code).sort();
    return others.length === 0 ? { council } : { unmatched: `several councils have that name: ${codes.join(', ')}` };
  }
}
