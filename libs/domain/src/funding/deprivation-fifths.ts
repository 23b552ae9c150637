/** A place that may get money. */
export interface EligiblePlace {
  readonly code: string;
  /** Higher is more deprived; undefined where no figure is loaded. */
  readonly score?: number | undefined;
  /** Undefined where no population is loaded. */
  readonly people?: number | undefined;
  /** Did it get any? An award without a published amount is one. */
  readonly awarded: boolean;
  /** Pounds in all; undefined where it got none, or no amount is published. */
  readonly pounds?: number | undefined;
}

export interface Fifth {
  /** 1 is the most deprived. */
  readonly fifth: number;
  readonly eligible: number;
  readonly awarded: number;
  readonly pounds: number;
  /** Of the eligible places of the fifth those that got any, 0 to 1; undefined where there are none. */
  readonly shareAwarded: number | undefined;
  /** Of all money that can be put in a fifth, 0 to 1; undefined where there is none. */
  readonly shareOfMoney: number | undefined;
}

export interface ByFifths {
  /** Whether each fifth holds a fifth of the people, or of the places because not every place has a population. */
  readonly by: 'people' | 'places';
  readonly fifths: readonly Fifth[];
  /** Without a deprivation figure: in no fifth. */
  readonly unplaced: { readonly places: number; readonly awarded: number; readonly pounds: number };
}

const FIFTHS = [1, 2, 3, 4, 5];

/** In which fifth each place lies, by its code; one without a score lies in none. */
export function fifthsOfPlaces(places: readonly Pick<EligiblePlace, 'code' | 'score' | 'people'>[]): { by: ByFifths['by']; fifths: ReadonlyMap<string, number> } {
  const placed = places.flatMap(({ code, score, people = 0 }) => (score === undefined ? [] : [{ code, score, people }]));
  const by = placed.length > 0 && placed.every(({ people }) => people > 0) ? 'people' : 'places';
  const fifthOf = fifthsByScore(placed.map(({ score, people }) => ({ score, weight: by === 'people' ? people : 1 })));
  return { by, fifths: new Map(placed.map(({ code, score }) => [code, fifthOf.get(score) ?? FIFTHS.length])) };
}

/** Who got any, and what share of the money goes where: eligible places in fifths by deprivation. Places of one score share a fifth. */
export function byDeprivationFifths(places: readonly EligiblePlace[]): ByFifths {
  const placed = places.filter(({ score }) => score !== undefined);
  const { by, fifths: fifthOf } = fifthsOfPlaces(places);
  const money = poundsOf(placed);
  const fifths = FIFTHS.map((fifth): Fifth => {
    const inIt = placed.filter(({ code }) => fifthOf.get(code) === fifth);
    const awarded = inIt.filter((place) => place.awarded).length;
    const pounds = poundsOf(inIt);
    return { fifth, eligible: inIt.length, awarded, pounds, shareAwarded: inIt.length === 0 ? undefined : awarded / inIt.length, shareOfMoney: money === 0 ? undefined : pounds / money };
  });
  const rest = places.filter(({ score }) => score === undefined);
  return { by, fifths, unplaced: { places: rest.length, awarded: rest.filter(({ awarded }) => awarded).length, pounds: poundsOf(rest) } };
}

/** The fifth of each score: where the middle of what bears it lies, counted from the most deprived. */
function fifthsByScore(placed: readonly { score: number; weight: number }[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { score, weight } of placed) weights.set(score, (weights.get(score) ?? 0) + weight);
  const all = placed.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Map<number, number>();
  let above = 0;
  for (const [score, weight] of [...weights].sort(([one], [other]) => other - one)) {
    found.set(score, Math.min(5, Math.floor(((above + weight / 2) / all) * 5) + 1));
    above += weight;
  }
  return found;
}

function poundsOf(places: readonly EligiblePlace[]): number {
  return places.reduce((sum, { pounds = 0 }) => sum + pounds, 0);
}
