import type { Assessment } from './assessment.js';
import type { BaselineFigure, MeasuredPoint } from './baseline-figure.js';
import { changeFromBaseline } from './change-from-baseline.js';
import { chanceBelow } from './normal-distribution.js';
import type { InterimPath } from './path.js';
import { isHeldOffTrack } from './path-bands.js';
import type { TargetToJudge } from './target-to-judge.js';

/**
 * A target with a direction and no number. Path flat at the baseline: on track when shown better, off track when shown
 * worse, else no detectable change. Once off track it is left only when the chance of "worse" is under a half. The
 * distance to a comparator is at target where the area is level with it or ahead.
 */
export function assessDirection(
  target: TargetToJudge,
  baseline: BaselineFigure,
  latest: MeasuredPoint,
  path: InterimPath,
): Assessment {
  const { change, se, correlation, shown } = changeFromBaseline(target.direction, baseline, latest);
  const offTrack = chanceBelow(0, change, se);
  const chances = { onTrack: 1 - offTrack, slipping: 0, offTrack };
  const heldOffTrack = shown === 'neither' && change < 0 && isHeldOffTrack(chances, target.previousVerdict);
  const verdicts = { better: 'on-track', worse: 'off-track', neither: 'no-detectable-change' } as const;
  // nothing is left of the distance to a comparator: who is level with it has done what was asked
  const level = target.rule.kind === 'closer-to-comparator' && latest.point.value <= 0;
  return {
    verdict: level ? 'at-target' : heldOffTrack ? 'off-track' : verdicts[shown],
    method: 'direction-only',
    baseline,
    latest,
    path,
    heldOffTrack: heldOffTrack && !level,
    numbers: { change, changeStandardError: se, correlation, pathValue: baseline.value, chances },
  };
}
