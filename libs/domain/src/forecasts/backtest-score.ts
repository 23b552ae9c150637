import { type FigureScale } from './figure-scale.js';
import { calibrated, chanceOfBetter, type ForecastChoice } from './forecast-choice.js';
import { quantileOf } from './prediction.js';
import { type Trial } from './rolling-origins.js';

/** A mean over trials, and its standard error by origin year (areas share the shocks of a year); undefined where there is only one. */
export interface ClusteredMean {
  readonly mean: number;
  readonly error: number | undefined;
}

/** How forecasts did on some trials. */
export interface BacktestScore {
  readonly points: number;
  readonly originYears: readonly number[];
  /** Share of the hidden figures inside the 80 % interval. */
  readonly coverage: ClusteredMean;
  /** (u − l) + 2/α·(l − y)⁺ + 2/α·(y − u)⁺ with α = 0.2, in the unit of the metric: lower is better. */
  readonly intervalScore: ClusteredMean;
  /** Mean of (chance − event)²; the event: the hidden figure is better than the last shown. */
  readonly brier: ClusteredMean;
  /** Share of the trials in which the event came. */
  readonly better: number;
}

/** What a trial came to. */
export interface TrialOutcome {
  readonly originYear: number;
  readonly covered: number;
  readonly intervalScore: number;
  readonly brier: number;
  readonly better: number;
}

const LOW = 0.1;
const HIGH = 0.9;
const PENALTY = 2 / 0.2;

export interface ScoringRules {
  readonly scale: FigureScale;
  readonly direction: 1 | -1;
}

export function outcomeOf(trial: Trial, choice: ForecastChoice, { scale, direction }: ScoringRules): TrialOutcome {
  const prediction = calibrated(trial.prediction, trial.horizon, choice);
  const [lower, upper, hidden] = [scale.from(quantileOf(prediction, LOW)), scale.from(quantileOf(prediction, HIGH)), scale.from(trial.hidden)];
  // a figure on the edge, to the last digits that a change of scale leaves, is inside
  const slack = 1e-9 * Math.max(1, Math.abs(hidden));
  const better = isBetter(trial, direction);
  return {
    originYear: trial.originYear,
    covered: hidden >= lower - slack && hidden <= upper + slack ? 1 : 0,
    intervalScore: upper - lower + PENALTY * (Math.max(0, lower - hidden) + Math.max(0, hidden - upper)),
    brier: (chanceOfBetter(prediction, trial.last, direction, choice) - better) ** 2,
    better,
  };
}

export function isBetter({ hidden, last }: Pick<Trial, 'hidden' | 'last'>, direction: 1 | -1): 0 | 1 {
  return direction * (hidden - last) > 0 ? 1 : 0;
}

/** @returns undefined without an outcome */
export function scoreOf(outcomes: readonly TrialOutcome[]): BacktestScore | undefined {
  if (outcomes.length === 0) return undefined;
  const mean = (of: (outcome: TrialOutcome) => number): ClusteredMean => clusteredMean(outcomes, of);
  return {
    points: outcomes.length,
    originYears: [...new Set(outcomes.map(({ originYear }) => originYear))].sort((a, b) => a - b),
    coverage: mean(({ covered }) => covered),
    intervalScore: mean(({ intervalScore }) => intervalScore),
    brier: mean(({ brier }) => brier),
    better: mean(({ better }) => better).mean,
  };
}

/** Variance of the mean of n over G years: G/(G − 1)·Σ_g (Σ_i (x_i − x̄))²/n². */
export function clusteredMean<Item extends { readonly originYear: number }>(items: readonly Item[], of: (item: Item) => number): ClusteredMean {
  const mean = items.reduce((sum, item) => sum + of(item), 0) / items.length;
  const byYear = new Map<number, number>();
  for (const item of items) byYear.set(item.originYear, (byYear.get(item.originYear) ?? 0) + of(item) - mean);
  const years = byYear.size;
  if (years < 2) return { mean, error: undefined };
  const squares = [...byYear.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  return { mean, error: Math.sqrt((years / (years - 1)) * squares) / items.length };
}
