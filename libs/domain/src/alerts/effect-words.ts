import type { TargetRule } from '#domain/judgements/target-to-judge.js';

/** The rule of the target that an alert is about, where a plan names the metric that the target is judged by. */
export type ComparedRule = TargetRule['kind'] | undefined;

/** @param areas how many are in it */
export function nameOfGroup(kind: 'worst-areas' | 'top-areas', areas: number): string {
  return `the ${kind === 'worst-areas' ? 'worst' : 'top'} areas (${areas})`;
}

/** What is compared with what, in a sentence for the public page. @param areaName "England", "the local authorities of the UK" */
export function comparedWords(rule: ComparedRule, areaName: string): string {
  const ends = 'the newest period that had figures when the plan was published, as they stand now, against the first later period that the release brings';
  switch (rule) {
    case 'every-area':
      return `Compared: each of ${areaName} with itself, ${ends}. The effect is shown when none is shown to be worse and at least 95% are likely to be better; a least change that was promised is of the mean of all areas.`;
    case 'gap':
      return `Compared: the gap between ${areaName}, by the measure of the target’s rule and with sampling noise taken out, ${ends}. The effect is shown when the gap is narrower beyond its error; a least change that was promised is of the gap.`;
    case 'worst-areas':
    case 'top-areas':
      return `Compared: the mean of the ${rule === 'worst-areas' ? 'worst' : 'top'} areas among ${areaName}, chosen once before the target’s baseline, ${ends}.`;
    default:
      return `Compared: the figure for ${areaName}, ${ends}.`;
  }
}
