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

/** What a verdict hangs on, as plain JSON: a field that is undefined is one that is not there. */
function decisive({ baseline, decides, milestones, ...asked }: TargetDefinition): unknown {
  const interim = milestones.flatMap((milestone) => (milestone.kind === 'interim-target' ? [[milestone.period, milestone.value]] : []));
  return JSON.parse(JSON.stringify({ ...asked, baseline: baseline?.period ?? null, decides: decides?.period ?? null, interim }));
}
