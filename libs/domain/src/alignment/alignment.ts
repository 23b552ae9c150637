import type { ALIGNMENT_ANSWERS } from '#domain/mission-quality/quality-section.js';
import type { TargetRule } from '#domain/judgements/target-to-judge.js';
import { type AreaFigure, disparityOf } from './disparity.js';

export type ComputedAlignment = Exclude<keyof typeof ALIGNMENT_ANSWERS, 'partly'>;

/** The disparity if the target is met exactly, against today's: variances between areas less their mean se². */
export interface AlignmentFinding {
  readonly answer: ComputedAlignment;
  readonly today: number;
  readonly met: number;
  readonly areas: number;
}

/** What meeting a target exactly asks of the areas, beside the figures of today. */
export interface AlignmentRequest {
  readonly rule: TargetRule;
  readonly direction: 1 | -1;
  /** Today's figures. */
  readonly areas: readonly AreaFigure[];
  /** Each area's figure of the baseline, for a rule over every area and for gaps. */
  readonly baseline: ReadonlyMap<string, number>;
  /** Of a group: its codes. */
  readonly group?: ReadonlySet<string>;
  /** Of the whole, for a target over one area: today's figure and what is asked. */
  readonly whole?: { readonly today: number; readonly asked: number };
}

/** A change smaller than this share of today's disparity is none. */
const NOTICED = 0.01;

/**
 * "Met exactly" asks for no more than the text: a rise in every area leaves the others where they are, a group moves and the rest stand
 * still, a national figure moves every area by the same amount, a gap shrinks by what it is to close (or to where it began).
 * @returns undefined where fewer than three areas have a figure or the rule asks for nothing that can be met exactly
 */
export function alignmentOf(request: AlignmentRequest): AlignmentFinding | undefined {
  const today = disparityOf(request.areas);
  if (today === undefined) return undefined;
  const met = request.rule.kind === 'gap' ? gapMet(request.rule, request) : disparityMet(request);
  if (met === undefined) return undefined;
  return { answer: met < today * (1 - NOTICED) ? 'reduces' : 'does-not-reduce', today, met, areas: request.areas.length };
}

/** A gap by its variance goes with the square of the distance. */
function gapMet(rule: Extract<TargetRule, { kind: 'gap' }>, { areas, baseline }: AlignmentRequest): number | undefined {
  const start = disparityOf(areas.flatMap(({ code, se }) => (baseline.has(code) ? [{ value: baseline.get(code) ?? 0, se }] : [])));
  if (start === undefined) return undefined;
  const left = 1 - (rule.byPercent ?? 0) / 100;
  return start * (rule.measure === 'variance-between-areas' ? left : left ** 2);
}

function disparityMet(request: AlignmentRequest): number | undefined {
  const moved = request.areas.map((area) => metBy(area, request));
  if (moved.some((value) => value === undefined)) return undefined;
  return disparityOf(request.areas.map(({ se }, index) => ({ value: moved[index] ?? 0, se })));
}

function metBy({ code, value }: AreaFigure, { rule, direction, baseline, group, whole }: AlignmentRequest): number | undefined {
  const noWorse = (bound: number): number => (direction * (value - bound) < 0 ? bound : value);
  if (rule.kind === 'every-area') return noWorse(baseline.get(code) ?? value);
  if (rule.kind === 'worst-areas' || rule.kind === 'top-areas') {
    if (!group) return undefined;
    if (!group.has(code)) return value;
    const start = baseline.get(code) ?? value;
    if (rule.change.kind === 'level') return noWorse(rule.change.value);
    if (rule.change.kind === 'change-by') return noWorse(start + rule.change.amount);
    return rule.change.kind === 'change-by-percent' ? noWorse(start + (Math.abs(start) * rule.change.percent) / 100) : undefined;
  }
  if (!whole) return undefined;
  // percent of the whole are percent of each: otherwise a national rise would close gaps by arithmetic alone
  if (rule.kind === 'change-by-percent' && whole.today !== 0) return value * (whole.asked / whole.today);
  return value + whole.asked - whole.today;
}
