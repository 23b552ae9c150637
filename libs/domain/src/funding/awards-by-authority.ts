/** An award as the money pages need it. */
export interface AwardOfPlace {
  /** As published; the same place in two authorities has a row, and a part of the money, in each. */
  readonly place: string;
  /** Undefined where the authority is not known. */
  readonly authority: string | undefined;
  readonly pounds: number | undefined;
}

export interface AuthorityAwards {
  readonly authority: string;
  readonly awards: number;
  /** Undefined where no amount of it is published. */
  readonly pounds: number | undefined;
  /** Awards whose amount nobody has published. */
  readonly withoutAmount: number;
}

/** Awards of each authority. Nothing is divided or guessed: each row counts once, where its file puts it. */
export function awardsByAuthority(awards: readonly AwardOfPlace[]): Map<string, AuthorityAwards> {
  const found = new Map<string, AuthorityAwards>();
  for (const { authority, pounds } of awards) {
    if (authority === undefined) continue;
    const before = found.get(authority) ?? { authority, awards: 0, pounds: undefined, withoutAmount: 0 };
    found.set(authority, {
      authority,
      awards: before.awards + 1,
      pounds: pounds === undefined ? before.pounds : (before.pounds ?? 0) + pounds,
      withoutAmount: before.withoutAmount + (pounds === undefined ? 1 : 0),
    });
  }
  return found;
}

export interface RegionMoney {
  /** Undefined for authorities whose region is not known. */
  readonly region: string | undefined;
  readonly awards: number;
  readonly pounds: number;
  readonly people: number | undefined;
  /** Pounds a head of all who live in the region's eligible places; undefined without their population. */
  readonly perHead: number | undefined;
}

/** Money of the regions over all years together, the most first. Per head only where every eligible place of the region has a population. */
export function moneyByRegion(places: readonly { readonly region: string | undefined; readonly people?: number | undefined; readonly awards: number; readonly pounds?: number | undefined }[]): RegionMoney[] {
  return [...new Set(places.map(({ region }) => region))]
    .map((region): RegionMoney => {
      const inIt = places.filter((place) => place.region === region);
      const pounds = inIt.reduce((sum, place) => sum + (place.pounds ?? 0), 0);
      const known = inIt.every(({ people = 0 }) => people > 0);
      const people = known ? inIt.reduce((sum, place) => sum + (place.people ?? 0), 0) : undefined;
      return { region, awards: inIt.reduce((sum, { awards }) => sum + awards, 0), pounds, people, perHead: people === undefined ? undefined : pounds / people };
    })
    .sort((one, other) => other.pounds - one.pounds || (one.region ?? '').localeCompare(other.region ?? '', 'en-GB'));
}
