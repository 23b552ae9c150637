import { isEnough } from '#domain/judgements/area-coverage.js';
import { areaFigures, periodsOfAreas, pointAt } from '#domain/judgements/area-figures.js';
import { chooseGroup } from '#domain/judgements/area-group.js';
import { withSuccessors } from '#domain/judgements/area-succession.js';
import type { AreasToJudge } from '#domain/judgements/areas-to-judge.js';
import { judgeEveryArea } from '#domain/judgements/every-area.js';
import { figureInWords } from '#domain/judgements/figure-words.js';
import { changeShown, type GapRule, measureGap, MEASURE_NAMES } from '#domain/judgements/gap-rule.js';
import type { GroupRule } from '#domain/judgements/group-rule.js';
import type { AreaSeries, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod, type Period } from '#domain/observations/period.js';
import type { EffectOutcome } from './effect-check.js';
import { nameOfGroup } from './effect-words.js';

/** What a plan promised for a target over areas, and the figures as they are known by the release that it names. */
export interface AreasQuestion {
  /** Number of the action, from 1. */
  readonly action: number;
  readonly target: TargetToJudge;
  /** ISO date of the release. */
  readonly asOf: string;
  /** The newest period with enough areas when the plan was published; null where there was none. */
  readonly beforeKey: string | null;
  /** The least change for the better that the plan promises, in the metric's unit; null: any. */
  readonly expectedChange: number | null;
  /** Whether a figure came with the release that is looked at, by the key of its cell. */
  readonly isOfRelease: (cell: string) => boolean;
  /** "15 July 2027 (Department for Education)" */
  readonly release: string;
}

export interface AreasEffect {
  readonly outcome: EffectOutcome;
  readonly sentence: string;
  readonly figures: Record<string, string | number | null>;
}

/** What the rule makes of the two ends: the outcome without the promise, by how much it is better, and what was compared in words. */
interface Reading {
  readonly shown: 'shown' | 'not-shown' | 'cannot-tell';
  readonly better: number;
  readonly text: string;
  readonly figures: Record<string, string | number | null>;
}

/** The newest period for which enough of a target's areas have a figure. @param asOf ISO date */
export function latestAreasPeriod(target: TargetToJudge, asOf: string): Period | undefined {
  return periodsOf(areasOf(target, asOf), target).at(-1);
}

/** Did the areas move as the plan expected? They are compared by the target's own rule, before the plan and in the release. */
export function checkEffectOverAreas(question: AreasQuestion): AreasEffect {
  const { action, target, asOf, beforeKey, isOfRelease, release } = question;
  const areas = areasOf(target, asOf);
  const before = beforeKey === null ? undefined : parsePeriod(beforeKey);
  const isNew = (period: Period): boolean => areas.some(({ series }) => (pointAt(series, period) ? isOfRelease(pointAt(series, period)?.key ?? '') : false));
  const after = periodsOf(areas, target).findLast((period) => (!before || comparePeriods(period, before) > 0) && isNew(period));
  const about = `Action ${action}, ${target.metricName} in ${target.areaName}`;
  if (!after) {
    const since = before ? ` for a period after ${before.label}` : '';
    return { outcome: 'no-figure', figures: { beforePeriod: before?.label ?? null }, sentence: `${about}: the release of ${release} has figures for too few areas${since}. The next release is looked at.` };
  }
  const ends = { beforePeriod: before?.label ?? null, afterPeriod: after.label };
  if (!before) return { outcome: 'no-figure', figures: ends, sentence: `${about}: there were no figures for enough areas before the plan to compare those for ${after.label} with.` };
  const usable = areas.filter(({ series }) => pointAt(series, before) && pointAt(series, after));
  const reading = readingOf({ target: { ...target, baseline: { periodKey: before.key } }, asOf, areas, usable, baseline: before, period: after, decides: after, atEnd: false }, target);
  const compared = `${about}, ${before.label}, before the plan, against ${after.label} by the release of ${release}`;
  if (typeof reading === 'string') return { outcome: 'no-figure', figures: ends, sentence: `${compared}: it cannot be compared, as ${reading}. The next release is looked at.` };
  const { outcome, promise } = held(reading, question);
  return { outcome, figures: { ...ends, ...reading.figures, better: reading.better }, sentence: `${compared}: ${reading.text}. ${promise} ${ENDINGS[outcome]}` };
}

const ENDINGS: Readonly<Record<EffectOutcome, string>> = {
  shown: 'The effect is shown.',
  'not-shown': 'The effect is not shown.',
  'cannot-tell': 'Whether there is an effect cannot be told yet, as the difference may be chance; the next release is looked at.',
  'no-figure': '',
  'not-come': '',
};

/** What the rule shows, held against the least change that was promised. */
function held({ shown, better }: Reading, { expectedChange, target }: AreasQuestion): { outcome: EffectOutcome; promise: string } {
  if (expectedChange === null) return { outcome: shown, promise: 'The plan expected a change for the better.' };
  const promise = `The plan expected a change for the better of ${figureInWords(expectedChange, target)} or more.`;
  return { outcome: shown === 'shown' && better < expectedChange - 1e-9 ? 'not-shown' : shown, promise };
}

function readingOf(judged: AreasToJudge, asked: TargetToJudge): Reading | string {
  const { rule } = asked;
  if (rule.kind === 'gap') return gapReading(rule, judged);
  return rule.kind === 'worst-areas' || rule.kind === 'top-areas' ? groupReading(rule, judged, asked) : everyReading(judged);
}

function everyReading(judged: AreasToJudge): Reading {
  const { verdict, counts = {} } = judgeEveryArea(judged);
  const { risen = 0, fallen = 0, cannotTell = 0 } = counts as { risen?: number; fallen?: number; cannotTell?: number };
  const moved = meanOf(judged.usable, judged.period) - meanOf(judged.usable, judged.baseline);
  const better = judged.target.direction * moved;
  const text = `of ${judged.usable.length} areas with figures at both, ${risen} shown to be better, ${fallen} shown to be worse and ${cannotTell} of which it cannot be told; the mean of all areas is ${betterWords(better, judged.target)}`;
  return { shown: verdict === 'on-track' ? 'shown' : verdict === 'off-track' ? 'not-shown' : 'cannot-tell', better, text, figures: { rule: 'every-area', areas: judged.usable.length, risen, fallen, cannotTell } };
}

function gapReading(rule: GapRule, judged: AreasToJudge): Reading | string {
  const measured = measureGap(rule, judged, [judged.baseline]);
  if (typeof measured === 'string') return measured;
  const { baseline: before, latest: after, change } = measured.main.corrected;
  const shown = ({ narrower: 'shown', wider: 'not-shown', neither: 'cannot-tell' } as const)[changeShown(measured)];
  const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });
  const text = `${MEASURE_NAMES[rule.measure]}, over ${measured.pairs.length} areas and with sampling noise taken out, was ${number.format(before)} and is ${number.format(after)}`;
  return { shown, better: -change, text, figures: { rule: 'gap', measure: rule.measure, areas: measured.pairs.length, before, after } };
}

/** The group as the target has it, chosen before its own baseline: whom a plan helps is not chosen after it. */
function groupReading(rule: GroupRule, judged: AreasToJudge, asked: TargetToJudge): Reading | string {
  const start = parsePeriod(asked.baseline.periodKey);
  const group = start && chooseGroup(judged.areas, asked, start, { ...rule.group, side: rule.kind === 'top-areas' ? 'best' : 'worst' });
  const members = group ? judged.usable.filter(({ code }) => group.codes.has(code)) : [];
  if (!group || !isEnough(members.length, group.codes.size)) return 'too few areas of the group have figures';
  const [before, after] = [judged.baseline, judged.period].map((period) => meanOf(members, period)) as [number, number];
  const moved = judged.target.direction * (after - before);
  const name = nameOfGroup(rule.kind, members.length);
  const figures = { rule: rule.kind, areas: members.length, before, after };
  const means = `the mean of ${name} was ${figureInWords(before, judged.target, 1)} and is ${figureInWords(after, judged.target, 1)}`;
  if (rule.change.kind !== 'improve-most') return { shown: moved > 0 ? 'shown' : 'not-shown', better: moved, text: means, figures };
  const others = judged.usable.filter(({ code }) => !group.codes.has(code));
  const movedOthers = judged.target.direction * (meanOf(others, judged.period) - meanOf(others, judged.baseline));
  const text = `${means}, ${betterWords(moved, judged.target)}; the mean of the ${others.length} others is ${betterWords(movedOthers, judged.target)}`;
  return { shown: moved > movedOthers ? 'shown' : 'not-shown', better: moved - movedOthers, text, figures: { ...figures, others: others.length, betterOthers: movedOthers } };
}

function betterWords(better: number, target: TargetToJudge): string {
  return better === 0 ? 'unchanged' : `${better > 0 ? 'better' : 'worse'} by ${figureInWords(Math.abs(better), target, 1)}`;
}

function meanOf(areas: readonly AreaSeries[], period: Period): number {
  return areas.reduce((total, { series }) => total + (pointAt(series, period)?.value ?? 0), 0) / areas.length;
}

function areasOf(target: TargetToJudge, asOf: string): readonly AreaSeries[] {
  return withSuccessors(areaFigures(target.areas?.list ?? [], asOf), target);
}

function periodsOf(areas: readonly AreaSeries[], target: TargetToJudge): Period[] {
  return periodsOfAreas(areas).filter(({ areas: count }) => isEnough(count, target.areas?.expected ?? 0)).map(({ period }) => period);
}
