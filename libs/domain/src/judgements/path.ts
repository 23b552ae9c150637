import { parsePeriod, type Period } from '#domain/observations/period.js';
import { pointOfPeriod } from './prepared-series.js';
import type { TargetMilestone, TargetRule, TargetToJudge } from './target-to-judge.js';

/** Piecewise linear: through the baseline, the interim targets that government set, and the target. */
export interface InterimPath {
  /** In order of time; `at` is a decimal year (the middle of the period). */
  readonly knots: readonly { readonly at: number; readonly value: number }[];
  readonly start: number;
  readonly target: number;
  /** True when interim targets bend it. */
  readonly bent: boolean;
}

/**
 * The value that a rule asks for, resolved from the baseline where it asks for a change.
 * @returns undefined where the rule names no number for one area's series (a direction included)
 */
export function targetValueOf(rule: TargetRule, baseline: number | undefined): number | undefined {
  if (rule.kind === 'level' || rule.kind === 'population-share' || rule.kind === 'ratio') return rule.value;
  if (rule.kind === 'share-below-threshold') return rule.value;
  if (rule.kind === 'binary') return 1;
  if (baseline === undefined) return undefined;
  if (rule.kind === 'change-by') return baseline + rule.amount;
  // of the absolute baseline, so that "+10%" is upwards from a negative one too
  if (rule.kind === 'change-by-percent') return baseline + (Math.abs(baseline) * rule.percent) / 100;
  if (rule.kind === 'closer-to-comparator' && rule.byPercent !== undefined) return whatIsLeft(baseline, rule.byPercent);
  return undefined;
}

/** Does the rule ask for the better direction and name no number? */
export function asksOnlyDirection(rule: TargetRule): boolean {
  if (rule.kind === 'closer-to-comparator') return rule.byPercent === undefined;
  if (rule.kind === 'share-below-threshold') return rule.value === undefined;
  return rule.kind === 'direction';
}

/** Of a distance that closes by so many percent; who is level or ahead already is asked not to fall behind. */
function whatIsLeft(distance: number, byPercent: number): number {
  return Math.max(0, distance) * (1 - byPercent / 100);
}

/** An interim target is set in the terms of its rule: of a change it is the part that is due by then. */
function interimValueOf(rule: TargetRule, value: number, baseline: number): number {
  if (rule.kind === 'change-by') return baseline + value;
  if (rule.kind === 'change-by-percent') return baseline + (Math.abs(baseline) * value) / 100;
  if (rule.kind === 'closer-to-comparator') return whatIsLeft(baseline, value);
  return value;
}

/**
 * The path of a target from a baseline, in the figures it is judged by (`comparableTarget`). A direction asks for nothing but "not worse": the path lies flat at the
 * baseline. A target that the baseline already meets is to be held: flat at the target.
 * @returns undefined where the rule has no path
 */
export function pathFrom(baseline: { value: number; at: number }, target: TargetToJudge): InterimPath | undefined {
  const decides = parsePeriod(target.decides.periodKey);
  const asked = asksOnlyDirection(target.rule) ? baseline.value : targetValueOf(target.rule, baseline.value);
  if (!decides || asked === undefined || target.rule.kind === 'binary') return undefined;
  const held = target.direction * (asked - baseline.value) <= 0;
  const start = { at: baseline.at, value: held ? asked : baseline.value };
  const interim = (target.milestones ?? []).flatMap((milestone) => {
    const at = milestone.kind === 'interim-target' ? parsePeriod(milestone.period)?.middle : undefined;
    return milestone.kind === 'interim-target' && at !== undefined && at > baseline.at && at < decides.middle
      ? [{ at, value: interimValueOf(target.rule, milestone.value, baseline.value) }]
      : [];
  });
  const knots = [start, ...interim, { at: decides.middle, value: asked }].sort((a, b) => a.at - b.at);
  return { knots, start: start.value, target: asked, bent: interim.length > 0 };
}

/** @param at decimal year; before the first knot the path is flat, and after the last too */
export function valueOnPath(path: InterimPath, at: number): number {
  const next = path.knots.findIndex((knot) => knot.at >= at);
  const to = path.knots[next];
  const from = path.knots[next - 1];
  if (!to) return path.knots.at(-1)?.value ?? path.target;
  if (!from || to.at === at) return to.value;
  return from.value + ((to.value - from.value) * (at - from.at)) / (to.at - from.at);
}

/** w, the share of the journey from start to target that is due at a time: 0 to 1; 0 where there is no journey. */
export function shareDue(path: InterimPath, at: number): number {
  const journey = path.target - path.start;
  if (journey === 0) return 0;
  return Math.min(1, Math.max(0, (valueOnPath(path, at) - path.start) / journey));
}

/** More than half of the journey in the last third of the time. */
export function isBackLoaded(path: InterimPath): boolean {
  const first = path.knots[0];
  const last = path.knots.at(-1);
  if (!first || !last || path.target === path.start) return false;
  return shareDue(path, first.at + ((last.at - first.at) * 2) / 3) < 0.5 - 1e-9;
}

/**
 * For charts: what the path asks for in a period, in the unit of the metric.
 * @returns undefined where the rule has no path, or where the series has no baseline figure
 */
export function pathValueAt(target: TargetToJudge, period: Period): number | undefined {
  const baseline = pointOfPeriod(target.series, target.baseline.periodKey);
  const path = baseline && pathFrom({ value: baseline.value, at: baseline.period.middle }, target);
  return path && valueOnPath(path, period.middle);
}

/** The milestones with their values: an interim target's own, a derived one's on the path. Unreadable ones are left out. */
export function milestoneValues(
  target: TargetToJudge,
): { readonly period: Period; readonly kind: TargetMilestone['kind']; readonly value: number }[] {
  return (target.milestones ?? []).flatMap((milestone) => {
    const period = parsePeriod(milestone.period);
    if (!period) return [];
    const value =
      milestone.kind === 'interim-target' ? interimFor(target, milestone.value) : pathValueAt(target, period);
    return value === undefined ? [] : [{ period, kind: milestone.kind, value }];
  });
}

/** Undefined where the interim target is a change and the series has no baseline to count it from. */
function interimFor(target: TargetToJudge, value: number): number | undefined {
  if (!['change-by', 'change-by-percent', 'closer-to-comparator'].includes(target.rule.kind)) return value;
  const baseline = pointOfPeriod(target.series, target.baseline.periodKey);
  return baseline && interimValueOf(target.rule, value, baseline.value);
}
