import { median } from 'simple-statistics';

/** What was observed at a place that could get money. */
export interface ObservedPlace {
  /** 1 is the most deprived; undefined without a deprivation figure. */
  readonly fifth: number | undefined;
  readonly awarded: boolean;
  /** Latest less baseline, in the unit of the metric; undefined where one of the two is missing, or they cannot be compared. */
  readonly change: number | undefined;
}

/** The change in the middle of some places. */
export interface MiddleChange {
  /** How many there are. */
  readonly places: number;
  /** How many of them have a change. */
  readonly withChange: number;
  /** Undefined where none has. */
  readonly median: number | undefined;
}

export interface ChangeOfGroup {
  /** `all`, or a fifth by deprivation, the most deprived first. */
  readonly group: 'all' | number;
  readonly funded: MiddleChange;
  readonly unfunded: MiddleChange;
}

/**
 * Change in places that got some money beside places that got none, over all and within each fifth by deprivation: money goes to
 * deprived places, which change otherwise than others anyway. It says nothing of what the money did.
 */
export function changeBesideMoney(places: readonly ObservedPlace[]): ChangeOfGroup[] {
  const group = (name: ChangeOfGroup['group'], some: readonly ObservedPlace[]): ChangeOfGroup => ({
    group: name,
    funded: middleOf(some.filter(({ awarded }) => awarded)),
    unfunded: middleOf(some.filter(({ awarded }) => !awarded)),
  });
  return [group('all', places), ...[1, 2, 3, 4, 5].map((fifth) => group(fifth, places.filter((place) => place.fifth === fifth)))];
}

function middleOf(places: readonly ObservedPlace[]): MiddleChange {
  const changes = places.flatMap(({ change }) => change ?? []);
  return { places: places.length, withChange: changes.length, median: changes.length === 0 ? undefined : median(changes) };
}
