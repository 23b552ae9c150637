import { type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { type FrozenCell, type FrozenMetric } from './frozen-choices.js';

/** Whether the public sees a chance, and by which cell of the test that was decided. */
export type ChanceShown = { why: 'untested' } | { why: 'held' | 'fails'; cell: FrozenCell; beyond: boolean };

/** A horizon that was not tested takes what was found at the longest that was. */
export function chanceShown({ horizon }: Pick<TargetForecast, 'horizon'>, metric: Pick<FrozenMetric, 'cells'> | undefined): ChanceShown {
  const longest = metric?.cells.at(-1);
  if (!longest) return { why: 'untested' };
  const cell = metric?.cells.find((each) => each.horizon === horizon) ?? longest;
  return { why: cell.fails ? 'fails' : 'held', cell, beyond: horizon > longest.horizon };
}
