import { isDeepStrictEqual } from 'node:util';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type Target, type TargetDefinition } from './target.entity.js';

type Defined = Pick<Target, 'rule' | 'areas' | 'baseline' | 'decides' | 'milestones'>;

/** What a target asks for today. */
export function definitionOf({ rule, areas, baseline, decides, milestones }: Defined, metric: Pick<Metric, 'slug' | 'method'> | null): TargetDefinition {
  return { metric: metric?.slug ?? null, method: metric?.method ?? null, rule, areas, baseline, decides, milestones };
}

/** Does the target ask for what it asked for when it was first published? Reasons, notes and dates of release are no part of that. */
export function isAsFirstPublished(target: Target): boolean {
  return isDeepStrictEqual(decisive(definitionOf(target, target.metric)), decisive(target.firstPublished));
}

/** What differs between what a target asked for at two times. A metric's own method is no part of it: the metric's people change that. */
export function differences(a: TargetDefinition, b: TargetDefinition): ('target' | 'baseline' | 'area' | 'metric')[] {
  const [one, other] = [decisive(a), decisive(b)];
  const same = (...fields: (keyof typeof one)[]): boolean => fields.every((field) => isDeepStrictEqual(one[field], other[field]));
  return [
    ...(same('rule', 'decides', 'interim') ? [] : (['target'] as const)),
    ...(same('baseline') ? [] : (['baseline'] as const)),
    ...(same('areas') ? [] : (['area'] as const)),
    ...(same('metric') ? [] : (['metric'] as const)),
  ];
}

/** What a verdict hangs on, as plain JSON: a field that is undefined is one that is not there. */
function decisive({ baseline, decides, milestones, ...asked }: TargetDefinition): Record<'metric' | 'method' | 'rule' | 'areas' | 'baseline' | 'decides' | 'interim', unknown> {
  const interim = milestones.flatMap((milestone) => (milestone.kind === 'interim-target' ? [[milestone.period, milestone.value]] : []));
  return JSON.parse(JSON.stringify({ ...asked, baseline: baseline?.period ?? null, decides: decides?.period ?? null, interim })) as ReturnType<typeof decisive>;
}
