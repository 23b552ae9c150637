import type { AreaFindings } from './area-findings.js';
import { slippingRemark } from './area-remarks.js';
import type { AreasFinding, AreasToJudge } from './areas-to-judge.js';
import type { ComputedJudgement } from './computed-judgement.js';
import { finiteNumbers } from './finite-numbers.js';
import type { GroupJudgement, GroupRule } from './group-rule.js';
import { keysOf } from './combined-series.js';
import { reportUnjudged, standingOf } from './judgement-report.js';
import type { LevellingDownGuard } from './levelling-down.js';
import { awaitingFigures, type UnjudgedTarget } from './unjudged-target.js';

/** A rule over all areas, with every number behind it; once the deciding period is over its figures are awaited. */
export function reportAreas(judged: AreasToJudge, found: AreasFinding, guard: LevellingDownGuard): ComputedJudgement {
  const { target, asOf, baseline, decides } = judged;
  const components = {
    ...finiteNumbers(found.components ?? {}),
    areas: { ...countsOf(judged), ...found.counts },
    areaFindings: withGuard(found.findings, guard),
  };
  if (found.refused) return reportUnjudged(target, asOf, found, found.cells, components);
  const waiting = awaited(judged);
  const report = reportUnjudged(target, asOf, waiting ?? found, found.cells, components);
  const countsAs = standingOf(found.verdict, baseline.middle, decides, asOf);
  const noisy = !waiting && found.verdict === 'cannot-tell-yet' && !found.findings?.unclear;
  return {
    ...report,
    countsAs,
    method: target.rule.kind === 'gap' ? 'gap' : 'every-area',
    reasons: [...slippingRemark(found.verdict, countsAs), ...found.reasons, ...guardReason(guard)],
    causeHints: {
      ...report.causeHints,
      heldOffTrack: found.heldOffTrack ?? false,
      ...(noisy ? { dataGap: 'noise' as const } : {}),
    },
  };
}

/** @param found the judgement of the group's mean, or what the group lacks */
export function reportGroup(
  judged: AreasToJudge,
  rule: GroupRule,
  found: GroupJudgement | string,
  guard: LevellingDownGuard,
): ComputedJudgement {
  const { target, asOf } = judged;
  if (typeof found === 'string') {
    const missing = { verdict: 'no-data', sentence: `${found}.`, missing: true } as const;
    return reportUnjudged(target, asOf, missing, [], { areas: countsOf(judged), areaFindings: withGuard(undefined, guard) });
  }
  const components = { ...found.components, areas: countsOf(judged), areaFindings: withGuard(found.findings, guard) };
  // the mean of a group has waited already, as any series does
  const waiting = rule.change.kind === 'improve-most' ? awaited(judged) : undefined;
  const report = reportUnjudged(target, asOf, waiting ?? found, found.cells, components);
  return {
    ...report,
    countsAs: found.countsAs,
    method: rule.kind,
    reasons: [...found.reasons, ...guardReason(guard)],
    inputs: keysOf(found.cells),
    causeHints: { ...found.causeHints, ...(waiting ? report.causeHints : {}), areaName: target.areaName },
  };
}

function awaited({ target, decides, asOf, period, atEnd }: AreasToJudge): UnjudgedTarget | undefined {
  if (asOf <= decides.end || atEnd) return undefined;
  return awaitingFigures(target, decides, asOf, `the latest figures are for ${period.label}`);
}

function countsOf({ usable, target }: AreasToJudge): { readonly usable: number; readonly expected: number } {
  return { usable: usable.length, expected: target.areas?.expected ?? 0 };
}

function withGuard(findings: AreaFindings | undefined, levellingDown: LevellingDownGuard): AreaFindings {
  return { ...findings, levellingDown };
}

function guardReason({ guard, sentence }: LevellingDownGuard): string[] {
  return guard === 'levelling-down' ? [sentence] : [];
}
