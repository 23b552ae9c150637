import { type ChosenGroup } from './area-group.js';
import { slippingRemark } from './area-remarks.js';
import { cellsOf, pairsOf } from './area-pairs.js';
import type { AreasToJudge } from './areas-to-judge.js';
import { groupMeanOf } from './area-estimates.js';
import type { GapAreas } from './gap-measure.js';
import { causeHintsOf } from './cause-of-change.js';
import { combined, type Estimate } from './estimate.js';
import { distancesInWords } from './distance-words.js';
import { capitalised, duringPeriod, seriesInWords } from './figure-words.js';
import { gapEndsOf, readingOf } from './gap-finding.js';
import type { GroupJudgement } from './group-rule.js';
import { standingOf } from './judgement-report.js';
import { chanceBelow } from './normal-distribution.js';
import { isHeldOffTrack } from './path-bands.js';
import type { Verdict } from './verdict.js';

/**
 * "They improve most": the change of the group's mean against that of the areas outside it. On track when shown to be
 * faster, off track when shown to be slower, with the error of a contrast between the same areas at both ends.
 */
export function againstTheRest(judged: AreasToJudge, group: ChosenGroup, name: string): GroupJudgement | string {
  const { target, usable, baseline, period, decides, atEnd, asOf } = judged;
  const { direction } = target;
  const ranked = new Set(group.ranked.map(({ code }) => code));
  const pairs = pairsOf(target, usable, [baseline], period).filter(({ area }) => ranked.has(area.code));
  const inside = pairs.map(({ area }) => group.codes.has(area.code));
  if (!inside.includes(true) || !inside.includes(false)) return 'There are no areas to compare the group with';
  const ends = gapEndsOf(pairs, { direction: target.direction });
  const before = contrastOf(ends.from, inside);
  const after = contrastOf(ends.to, inside);
  const { change, standardError, shown } = readingOf(before.contrast, after.contrast, ends);
  if (!Number.isFinite(change + standardError)) return 'The figures are too large to be compared';
  const offTrack = chanceBelow(0, change, standardError);
  const chances = { onTrack: 1 - offTrack, slipping: 0, offTrack };
  const held = shown === 'neither' && change < 0 && isHeldOffTrack(chances, target.previousVerdict);
  const final = atEnd && pairs.every(({ to }) => to.point.provisional !== true);
  const words: Readonly<Record<typeof shown, Verdict>> = {
    wider: final ? 'achieved' : 'on-track',
    narrower: final ? 'missed' : 'off-track',
    neither: held ? 'off-track' : 'no-detectable-change',
  };
  const verdict = words[shown];
  const countsAs = standingOf(verdict, baseline.middle, decides, asOf);
  const moved = [before.group, before.rest].map((from, index) => direction * ((index === 0 ? after.group : after.rest).value - from.value));
  const [ofGroup, ofRest, difference, margin] = distancesInWords([...moved, change, 1.96 * standardError], target);
  const sign = (value = 0): string => (value < 0 ? '−' : '+');
  const faster = change > 0 ? 'faster' : 'slower';
  const ending = {
    wider: 'so the group is shown to improve faster',
    narrower: 'so the group is shown to improve more slowly',
    neither: held ? 'so it is still more likely slower than not' : `so it is not shown that the group improves ${faster}`,
  }[shown];
  return {
    verdict,
    countsAs,
    sentence: `${capitalised(duringPeriod(period))}, ${seriesInWords({ ...target, areaName: `${name} of ${target.areaName}` })} had improved by ${sign(moved[0])}${ofGroup} since ${baseline.label}, and in the others by ${sign(moved[1])}${ofRest} (positive is better): a difference of ${difference}, give or take ${margin}, ${ending}.`,
    reasons: slippingRemark(verdict, countsAs),
    components: { change, changeStandardError: standardError, chances },
    causeHints: { ...causeHintsOf(target, asOf), latestKey: period.key, heldOffTrack: held },
    cells: cellsOf(pairs),
    findings: { areas: pairs.length },
  };
}

/** The group's mean less that of the others; improvement is positive. */
function contrastOf(areas: GapAreas, inside: readonly boolean[]): { readonly group: Estimate; readonly rest: Estimate; readonly contrast: Estimate } {
  const { direction } = areas;
  const [group, rest] = [groupMeanOf(areas, (index) => inside[index] === true), groupMeanOf(areas, (index) => inside[index] !== true)];
  return { group, rest, contrast: combined(direction * (group.value - rest.value), [group, direction], [rest, -direction]) };
}
