import type { Period } from '#domain/observations/period.js';
import { alternativesOf } from './area-alternatives.js';
import { cellsOfChoice } from './area-group.js';
import { cellsOf } from './area-pairs.js';
import type { AreasFinding, AreasToJudge } from './areas-to-judge.js';
import type { JudgementComponents } from './computed-judgement.js';
import { type GapPath, pathOfGap } from './gap-path.js';
import { changeShown, findingsOf, type GapRule, isUnclear, type MeasuredGap, measureGap, shownBy } from './gap-rule.js';
import { gapReasons, gapSentence } from './gap-words.js';
import { chanceBelow } from './normal-distribution.js';
import { isHeldOffTrack, verdictOfBands } from './path-bands.js';
import type { Verdict } from './verdict.js';

export interface GapVerdict {
  readonly verdict: Verdict;
  readonly heldOffTrack: boolean;
  readonly path?: GapPath;
}

/**
 * Is the gap between the same areas narrower than at the baseline, or on the path to being so much narrower? Narrower is
 * better whatever the metric's direction. Where readings of it are shown to go opposite ways, the gap is unclear.
 */
export function judgeGap(rule: GapRule, judged: AreasToJudge): AreasFinding {
  const { target, baseline, period } = judged;
  const measured = measureGap(rule, judged, [baseline]);
  if (typeof measured === 'string') {
    const sentence = `The gap cannot be measured: ${measured}.`;
    return { verdict: 'target-not-comparable', sentence, reasons: [], cells: [], refused: true };
  }
  const found = verdictOfGap(rule, judged, measured, baseline.middle);
  const alternatives = alternativesOf(judged, found.verdict, (periods) => {
    const other = measureGap(rule, judged, periods);
    // a top fifth chosen in another way would be another gap
    if (typeof other === 'string' || (other.top === undefined) !== (measured.top === undefined)) return undefined;
    return { value: other.main.corrected.baseline, verdict: verdictOfGap(rule, judged, other, middleOf(periods)).verdict };
  });
  const { main, pairs, top } = measured;
  return {
    verdict: found.verdict,
    heldOffTrack: found.heldOffTrack,
    sentence: gapSentence(target, measured, found, judged) + alternatives.sentence,
    reasons: gapReasons(measured, { period, rule }),
    cells: [...(top ? cellsOfChoice(top) : []), ...cellsOf(pairs)],
    findings: findingsOf(measured),
    components: {
      ...numbersOf(main.corrected.change, main.corrected.standardError, found, judged),
      alternatives: alternatives.list,
      dependsOnBaseline: alternatives.depends,
    },
  };
}

function verdictOfGap(rule: GapRule, judged: AreasToJudge, measured: MeasuredGap, startsAt: number): GapVerdict {
  const { atEnd, target } = judged;
  const final = atEnd && measured.pairs.every(({ to }) => to.point.provisional !== true);
  const path = rule.byPercent === undefined ? undefined : pathOfGap(rule.byPercent, judged, measured, startsAt);
  const plain = (verdict: Verdict): GapVerdict => ({ verdict, heldOffTrack: false, ...(path ? { path } : {}) });
  if (isUnclear(shownBy(measured))) return plain('cannot-tell-yet');
  const shown = changeShown(measured);
  const { change, standardError, latest } = measured.main.corrected;
  if (path) {
    if (measured.main.onlyNoise) return plain('cannot-tell-yet');
    const reached = latest <= path.asked + 1e-9 * Math.abs(path.asked);
    if (final) return plain(reached ? 'achieved' : 'missed');
    if (reached) return plain('at-target');
    if (shown === 'wider') return plain('deteriorating');
    return { ...verdictOfBands(path.chances, target.previousVerdict), path };
  }
  if (shown === 'narrower') return plain(final ? 'achieved' : 'on-track');
  if (shown === 'wider') return plain(final ? 'missed' : 'off-track');
  const offTrack = 1 - chanceBelow(0, change, standardError);
  const heldOffTrack = change > 0 && isHeldOffTrack({ onTrack: 1 - offTrack, slipping: 0, offTrack }, target.previousVerdict);
  return { verdict: heldOffTrack ? 'off-track' : 'no-detectable-change', heldOffTrack };
}

function numbersOf(change: number, standardError: number, { path }: GapVerdict, { decides }: AreasToJudge): JudgementComponents {
  // positive is better, as everywhere
  const numbers = { change: change === 0 ? 0 : -change, changeStandardError: standardError };
  if (!path) {
    const onTrack = chanceBelow(0, change, standardError);
    return { ...numbers, chances: { onTrack, slipping: 0, offTrack: 1 - onTrack } };
  }
  return {
    ...numbers,
    target: { value: path.asked, periodKey: decides.key, periodLabel: decides.label },
    pathValue: path.value,
    shareDue: path.shareDue,
    deviation: path.deviation,
    deviationIn: 'journey',
    deviationStandardError: path.standardError,
    chances: path.chances,
  };
}

function middleOf(periods: readonly Period[]): number {
  return periods.reduce((total, { middle }) => total + middle, 0) / periods.length;
}
