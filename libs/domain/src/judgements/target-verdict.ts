import { parsePeriod, type Period } from '#domain/observations/period.js';
import { judgeAreas } from './area-rule.js';
import type { Assessment } from './assessment.js';
import { assessmentSentence, dependenceSentence, openingInWords } from './assessment-sentence.js';
import { alternativeBaselines, type BaselineFigure, baselineOf, measured } from './baseline-figure.js';
import { judgeBinary } from './binary-target.js';
import { causeHintsOf } from './cause-of-change.js';
import { comparableTarget } from './comparable-target.js';
import type { AlternativeBaseline, ComputedJudgement } from './computed-judgement.js';
import { assess, figuresBefore } from './interim-path.js';
import { moneyRemarks } from './judgement-remarks.js';
import { reportAssessed, reportUnjudged } from './judgement-report.js';
import type { MethodFinding } from './method-finding.js';
import { findingOf, lastKnownInWords, settledVerdict, wordsOf } from './method-words.js';
import { latestFigure, type TargetFigures, targetFigures } from './target-figures.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { awaitingFigures, noFigures, refusalOf } from './unjudged-target.js';
import { isJudged, type Verdict } from './verdict.js';

const OVER_AREAS = ['every-area', 'gap', 'worst-areas', 'top-areas'];

/**
 * The computed judgement of one target from published figures. Never throws on figures: what cannot be judged gets a
 * word and a sentence that say so.
 * @param asOf ISO date of the judgement; figures of periods not over by then are left out
 */
export function judgeTarget(target: TargetToJudge, asOf: string): ComputedJudgement {
  const refusal = refusalOf(target);
  const decides = parsePeriod(target.decides.periodKey);
  if (refusal || !decides) return reportUnjudged(target, asOf, refusal ?? noFigures(target), []);
  const comparable = comparableTarget(target);
  if ('refusal' in comparable) return reportUnjudged(target, asOf, comparable.refusal, []);
  const found = judgeComparable(comparable.target, decides, asOf);
  return {
    ...found,
    reasons: isJudged(found.countsAs) ? [...found.reasons, ...moneyRemarks(target)] : found.reasons,
    // what the target asks for is told apart by how it is set, not by the figures it is judged by
    causeHints: { ...found.causeHints, rule: causeHintsOf(target, asOf).rule },
  };
}

function judgeComparable(target: TargetToJudge, decides: Period, asOf: string): ComputedJudgement {
  if (OVER_AREAS.includes(target.rule.kind))
    return judgeAreas(target, decides, asOf, (series) => judgeComparable(series, decides, asOf));
  if (target.rule.kind === 'binary') {
    const { latest, ...when } = latestFigure(target, decides, asOf);
    if (!latest) return reportUnjudged(target, asOf, noFigures(target), []);
    return judgeBinary(target, latest, { ...when, decides, asOf });
  }
  const figures = targetFigures(target, decides, asOf);
  if ('found' in figures) return reportUnjudged(target, asOf, figures.found, figures.used);
  return judgeFigure(target, asOf, figures);
}

function judgeFigure(target: TargetToJudge, asOf: string, figures: TargetFigures): ComputedJudgement {
  const { series, decides, overdue } = figures;
  const first = wordFrom(target, figures, baselineOf([figures.baseline], target));
  if (!first) return reportUnjudged(target, asOf, noFigures(target), []);
  const { word, interim, finding } = first;
  const others = alternativeBaselines(series, figures.baseline, target).flatMap(
    (baseline) => wordFrom(target, figures, baseline) ?? [],
  );
  const alternatives: AlternativeBaseline[] = others.map((other) => ({
    label: other.interim.baseline.label,
    baselineValue: other.interim.baseline.value,
    verdict: other.word,
  }));
  const differing = alternatives.filter((alternative) => alternative.verdict !== word);
  const waiting = overdue ? awaitingFigures(target, decides, asOf, lastKnownInWords(target, interim)) : undefined;
  const sentence = finding
    ? `${openingInWords(target, interim)}; ${finding.clause}.`
    : assessmentSentence(target, interim, word, decides);
  return reportAssessed(target, asOf, {
    found: asNamed(target, interim),
    verdict: word,
    sentence: waiting?.sentence ?? sentence + (differing.length > 0 ? dependenceSentence(differing) : ''),
    alternatives,
    methods: wordsOf(target, interim, figures, asOf),
    used: [first, ...others].flatMap((one) => figuresUsed(target, series, one)),
    decides,
    ...(waiting ? { waiting } : {}),
  });
}

interface WordFromBaseline {
  readonly word: Verdict;
  readonly interim: Assessment;
  /** Of the method that the metric names, where it decided. */
  readonly finding?: MethodFinding | undefined;
}

/** What the metric's method says when change is measured from a baseline; the guards come first. */
function wordFrom(
  target: TargetToJudge,
  { series, latest, decides, final }: TargetFigures,
  baseline: BaselineFigure,
): WordFromBaseline | undefined {
  const interim = assess(target, baseline, measured(latest, target), series);
  if (!interim) return undefined;
  const settled = settledVerdict(interim, final);
  if (settled) return { word: settled, interim };
  const finding = findingOf(target.method ?? 'interim-path', { target, found: interim, decides, series });
  return { word: finding?.verdict ?? interim.verdict, interim, finding };
}

/** Every figure that a word stands on: a hold takes its σ from the past, and a pace its yearly changes. */
function figuresUsed(
  target: TargetToJudge,
  series: readonly SeriesPoint[],
  { interim, finding }: WordFromBaseline,
): SeriesPoint[] {
  const found = asNamed(target, interim);
  const before = found.method === 'hold' ? figuresBefore(target, found.baseline, series) : [];
  const compared = [...found.baseline.points, found.latest].map(({ point }) => point);
  return [...compared, ...before, ...(finding?.used ?? [])];
}

/** Where the metric names another method, the distance from the path played no part. */
function asNamed({ method = 'interim-path' }: TargetToJudge, interim: Assessment): Assessment {
  if (method === 'interim-path') return interim;
  const { change, changeStandardError, correlation } = interim.numbers;
  return { ...interim, method, heldOffTrack: false, numbers: { change, changeStandardError, correlation } };
}
