import { type ResettableTarget } from '#domain/interim-reviews/target-reset.js';
import { numberOfRule } from '#features/missions/target-versions.js';
import { type Target } from '#features/missions/target.entity.js';

/** What of a target can be reset, as it stands. @param target with its metric */
export function resettable({ rule, decides, baseline, metric }: Pick<Target, 'rule' | 'decides' | 'baseline' | 'metric'>): ResettableTarget {
  return { value: numberOfRule(rule)?.value, period: decides?.period, baseline: baseline?.period, metric: metric?.slug };
}
