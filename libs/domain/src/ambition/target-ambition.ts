import { figureScale } from '#domain/forecasts/figure-scale.js';
import type { PeerSeries } from '#domain/forecasts/peer-panel.js';
import { type ForecastLack, type ForecastRequest, forecastTarget } from '#domain/forecasts/target-forecast.js';
import { comparableTarget } from '#domain/judgements/comparable-target.js';
import { usableSeries } from '#domain/judgements/prepared-series.js';
import { standardErrorOf } from '#domain/judgements/standard-error.js';
import type { SeriesPoint, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import type { AmbitionFinding, AmbitionReason } from './ambition-finding.js';
import { ambitionVerdict, FIGURES_NEEDED } from './ambition-rule.js';
import { ambitionSentence } from './ambition-sentence.js';
import { precedentOf } from './pace-windows.js';
import { independentFigures, usualFigures, usualPace } from './usual-course.js';

/** A target with its figures as known on a day, and the series of the places that are like it. */
export interface AmbitionRequest extends ForecastRequest {
  /** Every series of the metric at the target's own level of geography, its own among them. */
  readonly sameLevel: readonly PeerSeries[];
}

const LACKS: Readonly<Record<ForecastLack, AmbitionReason>> = {
  'over-areas': 'no-number',
  'no-target': 'no-number',
  'no-figures': 'no-figures',
  'too-few-figures': 'too-few-figures',
  decided: 'decided',
};

/** How ambitious a target over one series is; one over areas is made one series first (`areasAmbition`). */
export function targetAmbition(request: AmbitionRequest): AmbitionFinding {
  const { target: asSet, asOf, sameLevel } = request;
  const early = earlyReason(asSet);
  if (early) return withoutChance(early, 0, asSet, asOf);
  const comparable = comparableTarget(asSet);
  if (!('target' in comparable)) return withoutChance('not-comparable', 0, asSet, asOf);
  const { target } = comparable;
  const usual = usualFigures(target.series, target, asOf);
  const figures = independentFigures(usual).length;
  const latest = usableSeries(target.series, asOf).at(-1);
  const decides = parsePeriod(target.decides.periodKey);
  if (!latest) return withoutChance('no-figures', 0, asSet, asOf);
  if (figures < FIGURES_NEEDED) return withoutChance('too-few-figures', figures, asSet, asOf);
  const forecast = forecastTarget(request);
  if (typeof forecast === 'string') return withoutChance(LACKS[forecast], figures, asSet, asOf);
  const scale = figureScale(target);
  const relative = scale.kind === 'log';
  const on = relative ? scale : { to: (value: number) => value, varianceOf: (_: number, se: number) => se * se };
  const years = (decides?.middle ?? latest.period.middle) - latest.period.middle;
  const combined = target.series !== asSet.series;
  const precedent = precedentOf(combined ? [{ code: request.code, points: target.series }] : sameLevel, target, on, years, asOf);
  const paces = {
    relative,
    usual: target.direction * (usualPace(usual, on.to) ?? 0),
    needed: (target.direction * (on.to(forecast.target) - on.to(latest.value))) / years,
    ...(precedent ? { precedent } : {}),
  };
  const chance = { least: forecast.chance, most: forecast.chance };
  const peak = earlierPeak(usual, target, forecast.target);
  const found = { ...ambitionVerdict(chance, paces), chance, paces, figures, ...(peak ? { doesNotRestore: peak } : {}), nominal: isNominal(target) };
  return { ...found, sentence: ambitionSentence(found, target, asOf) };
}

/** What can be said before any figure is read. */
export function earlyReason({ rule, notComparable }: TargetToJudge): AmbitionReason | undefined {
  if (rule.kind === 'undefined') return 'no-number';
  // a deal is struck or not, whatever the share of people it covers was before
  if (rule.kind === 'binary' || rule.kind === 'population-share') return 'capacity';
  return notComparable === undefined ? undefined : 'not-comparable';
}

export function withoutChance(reason: AmbitionReason, figures: number, target: TargetToJudge, asOf: string): AmbitionFinding {
  const found = { verdict: 'more-information-needed', reason, figures, nominal: isNominal(target) } as const;
  return { ...found, sentence: ambitionSentence(found, target, asOf) };
}

export function isNominal({ money }: TargetToJudge): boolean {
  return money?.basis === 'nominal';
}

/** The best figure before the latest that is better than what is asked, beyond the error of the figure. */
function earlierPeak(usual: readonly SeriesPoint[], target: TargetToJudge, asked: number): AmbitionFinding['doesNotRestore'] {
  const best = usual.reduce<SeriesPoint | undefined>((most, point) => (most && target.direction * (most.value - point.value) >= 0 ? most : point), undefined);
  if (!best || target.direction * (best.value - asked) <= 1.96 * standardErrorOf(best, target).se) return undefined;
  return { value: best.value, periodLabel: best.period.label };
}
