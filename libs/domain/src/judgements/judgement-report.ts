import { dayFrom, decimalYear } from '#domain/observations/calendar-day.js';
import type { Period } from '#domain/observations/period.js';
import type { Assessment } from './assessment.js';
import type { MeasuredPoint } from './baseline-figure.js';
import { causeHintsOf } from './cause-of-change.js';
import { keysOf } from './combined-series.js';
import {
  type AlternativeBaseline,
  type ComputedJudgement,
  type FigureUsed,
  type JudgementComponents,
  METHOD_VERSION,
} from './computed-judgement.js';
import { finiteNumbers } from './finite-numbers.js';
import { remarksOn } from './judgement-remarks.js';
import type { MethodWord } from './method-word.js';
import { asksOnlyDirection } from './path.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import type { UnjudgedTarget } from './unjudged-target.js';
import type { Verdict } from './verdict.js';

export interface AssessedReport {
  readonly found: Assessment;
  /** What the figures say; with `waiting` it only counts. */
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly alternatives: readonly AlternativeBaseline[];
  readonly methods: readonly MethodWord[];
  /** Every figure behind the verdict and behind those from other baselines. */
  readonly used: readonly SeriesPoint[];
  readonly decides: Period;
  readonly waiting?: UnjudgedTarget;
}

/** A judgement that stands on figures, with every number behind it. */
export function reportAssessed(target: TargetToJudge, asOf: string, report: AssessedReport): ComputedJudgement {
  const { found, alternatives, decides, waiting } = report;
  const { baseline, latest, path } = found;
  const standing = standingOf(report.verdict, baseline.at, decides, asOf);
  const asked = { value: path.target, periodKey: decides.key, periodLabel: decides.label };
  const components: JudgementComponents = {
    ...(baseline.points[0] ? { baseline: figureUsed(baseline.points[0]) } : {}),
    latest: figureUsed(latest),
    ...(asksOnlyDirection(target.rule) ? {} : { target: asked }),
    ...finiteNumbers(found.numbers),
    alternatives,
    methods: report.methods,
    dependsOnBaseline: !waiting && alternatives.some((alternative) => alternative.verdict !== report.verdict),
  };
  const awaited = waiting?.awaitingUntil;
  // by another method it is the figures' number or sign that leaves it open, not their error
  const noisy = !waiting && report.verdict === 'cannot-tell-yet' && found.numbers.chances !== undefined;
  return {
    verdict: waiting?.verdict ?? report.verdict,
    countsAs: standing,
    method: found.method,
    methodVersion: METHOD_VERSION,
    sentence: report.sentence,
    reasons: remarksOn(target, found, standing !== report.verdict),
    components,
    inputs: keysOf(report.used),
    causeHints: {
      ...causeHintsOf(target, asOf),
      latestKey: latest.point.period.key,
      heldOffTrack: found.heldOffTrack,
      ...(noisy ? { dataGap: 'noise' as const } : {}),
      ...(awaited === undefined ? {} : { awaitingUntil: awaited, dataGap: 'missing' as const }),
    },
  };
}

/** A judgement that stands on no comparison. `used` are the figures that were there. */
export function reportUnjudged(
  target: TargetToJudge,
  asOf: string,
  found: UnjudgedTarget,
  used: readonly SeriesPoint[],
  components: JudgementComponents = {},
): ComputedJudgement {
  const latest = used.at(-1)?.period.key;
  return {
    verdict: found.verdict,
    countsAs: found.verdict,
    method: 'none',
    methodVersion: METHOD_VERSION,
    sentence: found.sentence,
    reasons: [],
    components,
    inputs: keysOf(used),
    causeHints: {
      ...causeHintsOf(target, asOf),
      ...(latest === undefined ? {} : { latestKey: latest }),
      ...(found.missing || found.awaitingUntil !== undefined ? { dataGap: 'missing' as const } : {}),
      ...(found.awaitingUntil === undefined ? {} : { awaitingUntil: found.awaitingUntil }),
    },
  };
}

/** *No detectable change* counts as slipping once half of the time from baseline to deciding period has passed. */
export function standingOf(verdict: Verdict, baselineAt: number, decides: Period, asOf: string): Verdict {
  const day = dayFrom(asOf);
  const late = day !== undefined && decimalYear(day) > (baselineAt + decides.middle) / 2;
  return verdict === 'no-detectable-change' && late ? 'slipping' : verdict;
}

function figureUsed({ point, se, basis }: MeasuredPoint): FigureUsed {
  return {
    value: point.value,
    periodKey: point.period.key,
    periodLabel: point.period.label,
    standardError: se,
    standardErrorBasis: basis,
    provisional: point.provisional === true,
  };
}
