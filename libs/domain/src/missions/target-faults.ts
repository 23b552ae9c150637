import { dayFrom } from '#domain/observations/calendar-day.js';
import { comparePeriods, parsePeriod } from '#domain/observations/period.js';
import type { Fault, FaultPath } from './file-fault.js';
import type { KnownMetric, TargetDraft } from './framework-draft.js';
import { areaFaults, ruleFaults } from './rule-faults.js';

/**
 * Faults of one target.
 * @param headlines slugs of the mission's headline metrics
 */
export function targetFaults(
  target: TargetDraft,
  headlines: readonly string[],
  metrics: ReadonlyMap<string, KnownMetric>,
  path: FaultPath,
): Fault[] {
  const rule = ruleFaults(target, [...path, 'rule']);
  // with a kind that nobody knows, what it needs is not known either
  const needs = rule.some(({ code }) => code === 'unknown-rule') ? [] : neededFaults(target, path);
  return [...metricFaults(target, headlines, metrics, path), ...rule, ...needs, ...timeFaults(target, path)];
}

function metricFaults(
  { metric, role }: TargetDraft,
  headlines: readonly string[],
  metrics: ReadonlyMap<string, KnownMetric>,
  path: FaultPath,
): Fault[] {
  if (metric === null) return [];
  const at = [...path, 'metric'];
  const known = metrics.get(metric);
  if (!known) return [{ code: 'unknown-metric', path: at, message: `the metric ${metric} is not in the catalogue` }];
  const serves = [metric, known.partOf, known.proxyFor];
  if (role !== 'headline' || serves.some((slug) => slug !== null && headlines.includes(slug))) return [];
  const message = `the headline target's metric ${metric} is none of the mission's headline metrics, nor a part of or a proxy for one`;
  return [{ code: 'metric-serves-no-headline', path: at, message }];
}

/** What each kind of rule cannot do without. A target without a test of success needs nothing. */
function neededFaults(target: TargetDraft, path: FaultPath): Fault[] {
  const { kind } = target.rule;
  const areas = areaFaults(target, target.areas === null ? path : [...path, 'areas']);
  if (kind === 'undefined') return areas;
  const missing: [boolean, string, string][] = [
    [target.metric === null, 'target-without-metric', 'metric'],
    [target.baseline === null && kind !== 'binary', 'target-without-baseline', 'baseline to count from'],
    [target.decides === null, 'target-without-decision', 'period that decides it'],
  ];
  return [
    ...areas,
    ...missing
      .filter(([absent]) => absent)
      .map(([, code, what]) => ({ code, path, message: `the target ${target.slug} (${kind}) has no ${what}` })),
  ];
}

function timeFaults({ baseline, decides, milestones }: TargetDraft, path: FaultPath): Fault[] {
  const faults: Fault[] = [];
  const periodAt = (text: string | undefined, ...field: (string | number)[]): ReturnType<typeof parsePeriod> => {
    const period = text === undefined ? undefined : parsePeriod(text);
    if (text !== undefined && !period) {
      const message = `${text} is no period that can be read in one way; write 2018-09-01/P1Y, or 2026-01-01 for a single day`;
      faults.push({ code: 'no-period', path: [...path, ...field, 'period'], message });
    }
    return period;
  };
  const start = periodAt(baseline?.period, 'baseline');
  const end = periodAt(decides?.period, 'decides');
  if (start && end && comparePeriods(end, start) <= 0) {
    const message = `the period that decides (${end.label}) does not come after the baseline (${start.label})`;
    faults.push({ code: 'decides-before-baseline', path: [...path, 'decides', 'period'], against: [...path, 'baseline', 'period'], message });
  }
  if (decides && !dayFrom(decides.releaseExpected)) {
    const message = `${decides.releaseExpected} is not a date (YYYY-MM-DD)`;
    faults.push({ code: 'no-date', path: [...path, 'decides', 'releaseExpected'], message });
  } else if (decides && end && decides.releaseExpected < end.end) {
    const message = `the release is expected on ${decides.releaseExpected}, before the period ends on ${end.end}`;
    faults.push({ code: 'release-before-period-ends', path: [...path, 'decides', 'releaseExpected'], message });
  }
  milestones.forEach((milestone, index) => {
    const at = [...path, 'milestones', index];
    const period = periodAt(milestone.period, 'milestones', index);
    const outside = period && ((start && comparePeriods(period, start) <= 0) || (end && comparePeriods(period, end) > 0));
    if (outside) faults.push({ code: 'milestone-outside', path: at, message: `the milestone ${period.label} lies outside baseline and deciding period` });
    if ((milestone.kind === 'interim-target') !== (milestone.value !== undefined)) {
      const message = 'an interim target has a value, a derived milestone has none';
      faults.push({ code: 'milestone-value', path: at, message });
    }
  });
  return faults;
}
