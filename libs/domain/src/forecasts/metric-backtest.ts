import { type BacktestScore, isBetter, outcomeOf, scoreOf, type ScoringRules, type TrialOutcome } from './backtest-score.js';
import { figureScale, type MeasuredUnit } from './figure-scale.js';
import { chanceScaleOf, type ForecastChoice, UNTAUGHT, wideningOf } from './forecast-choice.js';
import { FORECAST_MODELS, type ForecastModel } from './forecast-model.js';
import { panelOf, type PeerPanel, type PeerSeries } from './peer-panel.js';
import { ORIGIN_RULES, rollingTrials, type Trial } from './rolling-origins.js';

/** Origins up to here teach; later ones test. */
export const LAST_TAUGHT_YEAR = 2018;

/** A metric and all its series. */
export interface MetricToTest extends MeasuredUnit {
  readonly slug: string;
  readonly direction: 1 | -1;
  readonly series: readonly PeerSeries[];
}

/** What the other two forecasters reach on the same trials. */
export interface Comparison {
  readonly score: BacktestScore;
  /** Brier score of saying the metric's share of better figures every time: that of the origins that teach. */
  readonly baseRateBrier: number;
  /** The same with the share of these very trials, which nobody could know: no constant chance does better. */
  readonly hindsightBrier: number;
  /** Of a random walk without drift. */
  readonly flat: BacktestScore | undefined;
}

export interface BacktestCell extends Comparison {
  readonly horizon: number;
}

export interface MetricBacktest {
  readonly slug: string;
  readonly tested: number;
  /** Codes of series with fewer than eight periods. */
  readonly tooShort: readonly string[];
  readonly choice: ForecastChoice;
  /** Interval score of each model on the origins that teach, as calibrated; empty where there are none. */
  readonly models: Readonly<Partial<Record<ForecastModel, number>>>;
  readonly taught: readonly BacktestCell[];
  readonly cells: readonly BacktestCell[];
  readonly taughtOverall: Comparison | undefined;
  readonly overall: Comparison | undefined;
}

/** Chooses by the origins up to 2018 alone, and scores those and, apart from them, the later ones. */
export function metricBacktest(metric: MetricToTest): MetricBacktest {
  const scale = figureScale(metric);
  const rules = { scale, direction: metric.direction };
  const long = metric.series.filter(({ points }) => points.length >= ORIGIN_RULES.leastPeriods);
  const panel = panelOf(long, scale, metric.roundingUnit);
  const flat = rollingTrials(panel, 'random-walk', ORIGIN_RULES);
  const { choice, models, trials } = chosen(panel, flat, rules);
  const [taught, later] = parted(trials);
  const [flatTaught, flatLater] = parted(flat);
  const share = taught.length > 0 ? shareOfBetter(taught, metric.direction) : undefined;
  const compare = (some: readonly Trial[], beside: readonly Trial[]): Comparison | undefined => comparisonOf(some, beside, choice, rules, share);
  const cellsOf = (some: readonly Trial[], beside: readonly Trial[]): BacktestCell[] =>
    [...new Set(some.map(({ horizon }) => horizon))].sort((a, b) => a - b).flatMap((horizon) => {
      const found = compare(some.filter((trial) => trial.horizon === horizon), beside.filter((trial) => trial.horizon === horizon));
      return found ? [{ horizon, ...found }] : [];
    });
  return {
    slug: metric.slug,
    tested: long.length,
    tooShort: metric.series.filter(({ points }) => points.length < ORIGIN_RULES.leastPeriods).map(({ code }) => code),
    choice,
    models,
    taught: cellsOf(taught, flatTaught),
    cells: cellsOf(later, flatLater),
    taughtOverall: compare(taught, flatTaught),
    overall: compare(later, flatLater),
  };
}

/** The model of the least interval score on the origins that teach, after widening; the first of those that are equal. */
function chosen(panel: PeerPanel, flat: readonly Trial[], rules: ScoringRules): { choice: ForecastChoice; models: MetricBacktest['models']; trials: Trial[] } {
  const models: Partial<Record<ForecastModel, number>> = {};
  let best: { choice: ForecastChoice; trials: Trial[]; score: number } | undefined;
  if (parted(flat)[0].length > 0) {
    for (const model of FORECAST_MODELS) {
      const trials = rollingTrials(panel, model, ORIGIN_RULES);
      const [taught] = parted(trials);
      const choice = { ...UNTAUGHT, model, widening: wideningOf(taught) };
      const score = scoreOf(taught.map((trial) => outcomeOf(trial, choice, rules)))?.intervalScore.mean;
      if (score === undefined) continue;
      models[model] = score;
      if (!best || score < best.score) best = { choice, trials, score };
    }
  }
  if (!best) return { choice: UNTAUGHT, models, trials: rollingTrials(panel, UNTAUGHT.model, ORIGIN_RULES) };
  const chance = chanceScaleOf(parted(best.trials)[0], rules.direction, best.choice);
  return { choice: { ...best.choice, chance }, models, trials: best.trials };
}

function comparisonOf(trials: readonly Trial[], flat: readonly Trial[], choice: ForecastChoice, rules: ScoringRules, taughtShare: number | undefined): Comparison | undefined {
  const outcomes = trials.map((trial) => outcomeOf(trial, choice, rules));
  const score = scoreOf(outcomes);
  if (!score) return undefined;
  const untaught: ForecastChoice = { ...UNTAUGHT, model: 'random-walk' };
  return {
    score,
    baseRateBrier: brierOfConstant(outcomes, taughtShare ?? score.better),
    hindsightBrier: brierOfConstant(outcomes, score.better),
    flat: scoreOf(flat.map((trial) => outcomeOf(trial, untaught, rules))),
  };
}

function brierOfConstant(outcomes: readonly TrialOutcome[], chance: number): number {
  return outcomes.reduce((sum, { better }) => sum + (chance - better) ** 2, 0) / outcomes.length;
}

function shareOfBetter(trials: readonly Trial[], direction: 1 | -1): number {
  return trials.reduce((sum, trial) => sum + isBetter(trial, direction), 0) / trials.length;
}

function parted(trials: readonly Trial[]): [Trial[], Trial[]] {
  return [trials.filter(({ originYear }) => originYear <= LAST_TAUGHT_YEAR), trials.filter(({ originYear }) => originYear > LAST_TAUGHT_YEAR)];
}
