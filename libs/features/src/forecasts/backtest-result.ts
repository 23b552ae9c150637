import { type BacktestCell, type Comparison, LAST_TAUGHT_YEAR, type MetricBacktest } from '#domain/forecasts/metric-backtest.js';

/** Which origins a part of the report is about. */
export interface Part {
  /** At the head of its line for scripts. */
  name: string;
  title: string;
  cells: (result: MetricBacktest) => readonly BacktestCell[];
  overall: (result: MetricBacktest) => Comparison | undefined;
}

export const TAUGHT: Part = { name: 'backtest-taught', title: `Origins up to ${LAST_TAUGHT_YEAR}, which every choice was made on`, cells: ({ taught }) => taught, overall: ({ taughtOverall }) => taughtOverall };
export const LATER: Part = { name: 'backtest', title: 'Later origins, which nothing was chosen on: the test', cells: ({ cells }) => cells, overall: ({ overall }) => overall };

/** What the 80 % interval may hold in one metric at one horizon, and over all. */
export const CELL_BOUNDS = { least: 0.7, most: 0.9 };

/** An interval that holds too few or too many figures: no chance is shown to the public. */
export function fails({ score }: Pick<Comparison, 'score'>): boolean {
  return score.coverage.mean < CELL_BOUNDS.least || score.coverage.mean > CELL_BOUNDS.most;
}

/** Nearer to the events than the metric's base rate and than a random walk without drift. */
export function beatsBoth({ score, baseRateBrier, flat }: Comparison): boolean {
  return score.brier.mean < baseRateBrier && flat !== undefined && score.brier.mean < flat.brier.mean;
}

/** Several metrics or cells in one figure, each point counting once. */
export interface Total {
  points: number;
  coverage: number;
  brier: number;
  baseRate: number;
  flat: number;
}

export function totalOf(parts: readonly (Comparison | undefined)[]): Total {
  const total: Total = { points: 0, coverage: 0, brier: 0, baseRate: 0, flat: 0 };
  for (const part of parts) {
    if (!part) continue;
    const { points, coverage, brier } = part.score;
    total.points += points;
    total.coverage += points * coverage.mean;
    total.brier += points * brier.mean;
    total.baseRate += points * part.baseRateBrier;
    total.flat += points * (part.flat?.brier.mean ?? 0);
  }
  const each = (sum: number): number => (total.points > 0 ? sum / total.points : 0);
  return { points: total.points, coverage: each(total.coverage), brier: each(total.brier), baseRate: each(total.baseRate), flat: each(total.flat) };
}

/** The cell whose coverage lies farthest from 80 %. */
export function worstCell(results: readonly MetricBacktest[], cells: (result: MetricBacktest) => readonly BacktestCell[]): { slug: string; cell: BacktestCell } | undefined {
  const off = ({ score }: BacktestCell): number => Math.abs(score.coverage.mean - 0.8);
  return results
    .flatMap((result) => cells(result).map((cell) => ({ slug: result.slug, cell })))
    .sort((a, b) => off(b.cell) - off(a.cell))[0];
}
