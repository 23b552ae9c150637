import { parsePeriod, type Period } from '#domain/observations/period.js';
import type { Assessment } from './assessment.js';
import type { BaselineFigure } from './baseline-figure.js';
import type { AlternativeBaseline } from './computed-judgement.js';
import {
  capitalised,
  dateInWords,
  differenceInWords,
  duringPeriod,
  figureInWords,
  listInWords,
  seriesInWords,
  shareInWords,
} from './figure-words.js';
import { STANDARD_ERROR_BASES } from './standard-error.js';
import type { TargetToJudge } from './target-to-judge.js';
import { type Verdict, VERDICTS } from './verdict.js';

/** The one sentence of a verdict that stands on a figure, for an official at the end of a long day. */
export function assessmentSentence(
  target: TargetToJudge,
  found: Assessment,
  verdict: Verdict,
  decides: Period,
): string {
  const opening = openingInWords(target, found);
  if (found.method === 'direction-only' && target.second && found.latest.point.value <= 0) {
    const level = `${opening}, which is level with ${target.second.name} or ahead`;
    if (verdict === 'achieved') return `${level}.`;
    if (verdict === 'at-target') return `${level}; the final figure for ${decides.label} decides.`;
  }
  if (found.method === 'direction-only') return `${opening}, ${directionClause(target, found, verdict)}.`;
  const asked = figureInWords(found.path.target, target, 1);
  if (verdict === 'achieved') return `${opening}, which meets the target of ${asked}.`;
  if (verdict === 'missed') return `${opening}, which misses the target of ${asked}.`;
  if (verdict === 'at-target') {
    return `${opening}, which is at or beyond the target of ${asked}; the final figure for ${decides.label} decides.`;
  }
  return `${opening}; ${pathClause(target, found, decides)}${conclusion(target, found, verdict, decides)}.`;
}

/** " The verdict depends on the baseline: measured from …, it would be slipping." */
export function dependenceSentence(differing: readonly AlternativeBaseline[]): string {
  const others = differing.map(({ label, verdict }) => `from ${label} it would be “${VERDICTS[verdict]}”`);
  return ` The verdict depends on the baseline: measured ${listInWords(others)}.`;
}

/** "In 2022 to 2024, male healthy life expectancy in England stood at 60.9 years" */
export function openingInWords(target: TargetToJudge, found: Pick<Assessment, 'latest'>): string {
  return `${capitalised(duringPeriod(found.latest.point.period))}, ${latestInWords(target, found)}`;
}

/** "male healthy life expectancy in England stood at 60.9 years" */
export function latestInWords(target: TargetToJudge, { latest }: Pick<Assessment, 'latest'>): string {
  const provisional = latest.point.provisional ? ' (provisional)' : '';
  return `${seriesInWords(target)} stood at ${figureInWords(latest.point.value, target)}${provisional}`;
}

function pathClause(target: TargetToJudge, found: Assessment, decides: Period): string {
  const { baseline, latest, path, numbers } = found;
  const asked = figureInWords(path.target, target, 1);
  if (found.method === 'hold') return `the target is to hold ${asked} until ${decides.label}`;
  if (latest.point.period.middle >= decides.middle) return `the target for ${decides.label} is ${asked}`;
  const journey = `from ${baselineInWords(target, baseline)} to ${asked} ${duringPeriod(decides)}`;
  const needed = figureInWords(numbers.pathValue ?? path.target, target, 1);
  return `the ${path.bent ? 'path' : 'straight path'} ${journey} needed ${needed} by then`;
}

/** "65% in school year 2018/19" */
function baselineInWords(target: TargetToJudge, { value, points, label }: BaselineFigure): string {
  const period = points.length === 1 ? points[0]?.point.period : undefined;
  return `${figureInWords(value, target)} ${period ? duringPeriod(period) : `in ${label}`}`;
}

function conclusion(target: TargetToJudge, found: Assessment, verdict: Verdict, decides: Period): string {
  const error = STANDARD_ERROR_BASES[found.latest.basis];
  const deviation = found.numbers.deviation ?? 0;
  const behind = behindInWords(target, found, deviation);
  if (verdict === 'deteriorating') return `, and the figure has gone the wrong way by more than ${error}`;
  if (verdict === 'cannot-tell-yet') {
    return `, and ${error} leaves open whether it is on track; ${nextThatCanTell(target, decides)}`;
  }
  if (found.heldOffTrack) return `, so it is ${behind}, and still more likely off track than not`;
  if (verdict === 'on-track')
    return deviation >= 0 ? ', so it is on track' : `, so it is ${behind}, near enough to be on track`;
  return `, so it is ${behind}, and ${VERDICTS[verdict]}`;
}

function behindInWords(target: TargetToJudge, { method, latest, numbers }: Assessment, deviation: number): string {
  const gap = differenceInWords((numbers.pathValue ?? 0) - latest.point.value, target);
  if (method === 'hold') return `${gap} short, ${Math.abs(deviation).toFixed(1)} standard deviations of the series`;
  return `${gap} behind, ${shareInWords(Math.abs(deviation))} of the whole journey`;
}

function nextThatCanTell({ nextRelease, decides }: TargetToJudge, deciding: Period): string {
  const next = nextRelease && parsePeriod(nextRelease.periodKey);
  if (nextRelease && next)
    return `the figure for ${next.label}, due on ${dateInWords(nextRelease.expectedOn)}, may tell`;
  return `the figure for ${deciding.label}, due on ${dateInWords(decides.releaseExpected)}, decides`;
}

function directionClause(target: TargetToJudge, found: Assessment, verdict: Verdict): string {
  const error = STANDARD_ERROR_BASES[found.latest.basis];
  const before = baselineInWords(target, found.baseline);
  if (found.heldOffTrack) return `worse than ${before}, and still more likely off track than not`;
  if (verdict === 'no-detectable-change') return `too close to ${before} to show a change beyond ${error}`;
  const better = verdict === 'on-track' || verdict === 'achieved';
  return `${better ? 'better' : 'worse'} than ${before} by more than ${error}`;
}
