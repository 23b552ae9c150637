import type { AreaSeries, TargetToJudge } from './target-to-judge.js';

/** What is known of the people behind the areas of a target. */
export interface PeopleBehind {
  /** Share (0 to 1) of the people of all areas with figures who live in some of them; undefined where it is not known. */
  readonly shareOf: (areas: readonly AreaSeries[]) => number | undefined;
  /** What is missing, in one sentence, or undefined. */
  readonly remark: string | undefined;
}

/** Shares of people need the population of every area; one that is missing would count as nobody. */
export function peopleBehind(target: TargetToJudge): PeopleBehind {
  const { list, expected } = target.areas ?? { list: [], expected: 0 };
  const known = list.filter(isPopulated).length;
  if (known === 0 || known < list.length) {
    const which = known === 0 ? 'No populations are loaded' : `Populations are loaded for ${known} of the ${list.length} areas only`;
    return { shareOf: () => undefined, remark: `${which}, so shares are of areas and not of people.` };
  }
  const all = peopleOf(list);
  const without = expected - list.length;
  return {
    shareOf: (areas) => peopleOf(areas) / all,
    remark:
      without > 0
        ? `Shares of people leave out the ${without} of ${expected} areas that have no figure at all, whose populations are not at hand.`
        : undefined,
  };
}

export function isPopulated({ people }: AreaSeries): boolean {
  return people !== undefined && Number.isFinite(people) && people > 0;
}

function peopleOf(areas: readonly AreaSeries[]): number {
  return areas.reduce((total, { people = 0 }) => total + people, 0);
}
