import { type AreaGroup, type AreaSeries, type CountBehind, type GapMeasure, type GroupChange, type NamedMethod, type SeriesBreak, type SeriesPoint, type TargetRule, type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type Target, type TargetAreas, type TargetRuleData } from './target.entity.js';

/** Years that are no baseline and no pace. */
export const SHOCK_YEARS: readonly number[] = [2020, 2021];

/** A target as its row says it; its metric must have been read with it. */
export type JudgedTarget = Pick<Target, 'rule' | 'areas' | 'baseline' | 'decides' | 'milestones' | 'notComparable'> & { metric: Metric | null };

/** The figures that a target is judged by. */
export interface TargetFigures {
  /** The one area's series, or that of the sum; empty for a rule over areas. */
  series: readonly SeriesPoint[];
  /** Every area's series, for a rule over areas. */
  areas: readonly AreaSeries[];
  /** Codes that came after others, for groups of areas that stay the same. */
  successors?: ReadonlyMap<string, readonly string[]>;
  /** How the one area is called. */
  areaName?: string;
  /** The denominator of a ratio, or the comparator. */
  second?: { name: string; series: readonly SeriesPoint[] };
  /** Price index of the whole economy, where one is loaded. */
  deflator?: readonly SeriesPoint[];
  /** See `TargetToJudge.pastRevisions`. */
  pastRevisions?: readonly number[];
  /** Breaks that a statistician has recorded, beside those of the catalogue. */
  breaks?: readonly SeriesBreak[];
}

/** @param previousVerdict what the target's last computed judgement counted as */
export function targetToJudge(target: JudgedTarget, figures: TargetFigures, previousVerdict?: Verdict): TargetToJudge {
  const { metric, areas } = target;
  const { notComparable } = target;
  const breaks = [...(metric?.seriesBreaks ?? []).map(({ from, what }) => ({ periodKey: from, what })), ...(figures.breaks ?? [])];
  const countBehind = countBehindOf(metric, areas);
  return {
    direction: metric?.direction === 'lower-is-better' ? -1 : 1,
    rule: ruleOf(target.rule),
    // a target without them is undefined, and says so before anybody asks for a period
    baseline: { periodKey: target.baseline?.period ?? '' },
    decides: { periodKey: target.decides?.period ?? '', releaseExpected: target.decides?.releaseExpected ?? '' },
    milestones: target.milestones,
    series: figures.series,
    unit: metric?.unit ?? '',
    decimals: metric?.decimals ?? 0,
    roundingUnit: metric?.roundingUnit ?? 1,
    metricName: metric?.name ?? '',
    areaName: areaNameOf(areas, figures.areaName),
    shockYears: SHOCK_YEARS,
    ...(areas && 'every' in areas ? { areas: { expected: areas.expected, list: figures.areas, ...(figures.successors ? { successors: figures.successors } : {}) } } : {}),
    ...(countBehind ? { countBehind } : {}),
    ...(notComparable === null ? {} : { notComparable }),
    ...(figures.second ? { second: figures.second } : {}),
    ...naturalLimitOf(metric),
    ...(metric?.method ? { method: metric.method as NamedMethod } : {}),
    ...(breaks.length > 0 ? { breaks, firstPeriodsOfStandard: breaks.map(({ periodKey }) => periodKey) } : {}),
    ...(figures.pastRevisions ? { pastRevisions: figures.pastRevisions } : {}),
    ...(metric && metric.basis !== 'not-money' ? { money: { basis: metric.basis, ...(figures.deflator ? { deflator: figures.deflator } : {}) } } : {}),
    ...(previousVerdict ? { previousVerdict } : {}),
  };
}

/** The rule as the judging takes it; the import has checked its fields. */
function ruleOf(data: TargetRuleData): TargetRule {
  const text = (field: string): string | undefined => (typeof data[field] === 'string' ? data[field] : undefined);
  const number = (field: string): number | undefined => (typeof data[field] === 'number' ? data[field] : undefined);
  switch (data.kind) {
    case 'level':
    case 'population-share':
    case 'ratio':
      return { kind: data.kind, value: Number(data['value']) };
    case 'change-by':
      return { kind: data.kind, amount: Number(data['amount']) };
    case 'change-by-percent':
      return { kind: data.kind, percent: Number(data['percent']) };
    case 'direction':
    case 'binary':
      return { kind: data.kind };
    case 'closer-to-comparator':
      return { kind: data.kind, byPercent: number('byPercent') };
    case 'share-below-threshold':
      return { kind: data.kind, threshold: Number(data['threshold']), value: number('value') };
    case 'every-area':
      return { kind: data.kind, change: text('change') };
    case 'gap':
      return { kind: data.kind, measure: data['measure'] as GapMeasure, beside: (data['beside'] ?? []) as GapMeasure[], byPercent: number('byPercent') };
    case 'worst-areas':
    case 'top-areas':
      return { kind: data.kind, group: data['group'] as AreaGroup, change: data['change'] as GroupChange };
    default:
      return { kind: 'undefined', reason: text('reason') };
  }
}

/** A count of events belongs to one area; a number of people asked may stand for all. */
function countBehindOf(metric: Metric | null, areas: TargetAreas | null): CountBehind | undefined {
  const behind = metric?.countBehind;
  if (!behind) return undefined;
  const elsewhere = behind.area !== undefined && !(areas && 'one' in areas && areas.one === behind.area);
  if (elsewhere || (behind.kind === 'poisson' && behind.area === undefined)) return undefined;
  return behind.kind === 'poisson' ? { kind: 'poisson', events: behind.n } : { kind: 'binomial', n: behind.n };
}

/** A share cannot pass 100 % or fall below 0; of other units nobody can say. */
function naturalLimitOf(metric: Metric | null): { naturalLimit?: number } {
  if (metric?.unit !== '%') return {};
  return { naturalLimit: metric.direction === 'higher-is-better' ? 100 : 0 };
}

const TIER_WORDS: Readonly<Record<string, string>> = {
  ltla: 'local authorities',
  utla: 'upper-tier and single-tier authorities',
  region: 'regions',
  nation: 'nations',
};

/** "the local authorities of the UK" */
function areaNameOf(areas: TargetAreas | null, name: string | undefined): string {
  if (!areas) return name ?? '';
  if ('one' in areas) return name ?? areas.one;
  if ('sum' in areas) return areas.name;
  const tiers = areas.every.map((tier) => TIER_WORDS[tier] ?? tier).join(' and ');
  const { country = 'UK' } = areas;
  return `the ${tiers} of ${country === 'UK' ? 'the UK' : country}`;
}
