import { parsePeriod } from '#domain/observations/period.js';
import { type CauseHints, type ComputedJudgement, METHOD_VERSION } from './computed-judgement.js';
import type { TargetToJudge } from './target-to-judge.js';
import { isJudged } from './verdict.js';

/** Why a verdict is not what it was. Only *new period* and *passed date* open an alert. */
export const CAUSES_OF_CHANGE = {
  method: 'change of method',
  target: 'change of target',
  baseline: 'change of baseline',
  area: 'change of area',
  'new-period': 'figures for a new period',
  'passed-date': 'a date passed',
  revision: 'revised figures',
} as const;

export type CauseOfChange = keyof typeof CAUSES_OF_CHANGE;

type Judged = Pick<ComputedJudgement, 'verdict' | 'causeHints'>;

/**
 * Names the one cause of a change. Changes by people come first, since they would change a verdict without any figure;
 * a new period comes before a passed date; what is left when neither came is a revision, a withdrawn latest figure too.
 * @returns undefined where the verdict is the same
 */
export function causeOfChange(before: Judged, after: Judged): CauseOfChange | undefined {
  if (before.verdict === after.verdict) return undefined;
  const [was, is] = [before.causeHints, after.causeHints];
  if (was.methodVersion !== is.methodVersion) return 'method';
  if (was.rule !== is.rule) return 'target';
  if (was.baselineKey !== is.baselineKey) return 'baseline';
  if (was.areaName !== is.areaName) return 'area';
  if (is.latestKey !== undefined && (was.latestKey === undefined || is.latestKey > was.latestKey)) return 'new-period';
  // nothing was judged that a revision could change: figures that were wanting have come
  if (before.verdict === 'no-data' && isJudged(after.verdict)) return 'new-period';
  if (was.latestKey === is.latestKey && opensWithTime(before, after)) return 'passed-date';
  return 'revision';
}

/** The deciding period has run out, or a first figure has become overdue. */
function opensWithTime(before: Judged, after: Judged): boolean {
  if (after.causeHints.decidingPeriodOver && !before.causeHints.decidingPeriodOver) return true;
  return before.verdict === 'too-early' && after.verdict === 'no-data';
}

/** The hints that every judgement of a target has, whatever its figures said. */
export function causeHintsOf(target: TargetToJudge, asOf: string): CauseHints {
  const interim = (target.milestones ?? []).filter((milestone) => milestone.kind === 'interim-target');
  const decides = parsePeriod(target.decides.periodKey);
  return {
    // a metric that names another method has changed its method
    methodVersion: [METHOD_VERSION, ...(target.method && target.method !== 'interim-path' ? [target.method] : [])].join(
      ' ',
    ),
    rule: JSON.stringify({
      rule: target.rule,
      direction: target.direction,
      decides: target.decides.periodKey,
      interim,
      second: target.second?.name,
    }),
    areaName: target.areaName,
    baselineKey: target.baseline.periodKey,
    decidingPeriodOver: decides !== undefined && asOf > decides.end,
    heldOffTrack: false,
  };
}
