import { parsePeriod, type Period } from '#domain/observations/period.js';
import type { AreaFindings, GroupMeans } from './area-findings.js';
import { isEnough } from './area-coverage.js';
import { pointAt } from './area-figures.js';
import { cellsOfChoice, type ChosenGroup, chooseGroup, shareOfAreasInWords } from './area-group.js';
import type { AreasToJudge } from './areas-to-judge.js';
import { measured } from './baseline-figure.js';
import type { ComputedJudgement } from './computed-judgement.js';
import { listInWords } from './figure-words.js';
import { againstTheRest } from './improve-most.js';
import { meanPoint } from './mean-point.js';
import { isPopulated } from './people-share.js';
import type { AreaSeries, GroupChange, SeriesPoint, TargetRule, TargetToJudge } from './target-to-judge.js';
import { VERDICTS } from './verdict.js';

export type GroupRule = Extract<TargetRule, { kind: 'worst-areas' | 'top-areas' }>;

/** Judges one series. */
export type JudgeSeries = (target: TargetToJudge) => ComputedJudgement;

/** A judgement of the group's mean, as of one series; what the rule over areas adds stands beside. */
export interface GroupJudgement extends Pick<ComputedJudgement, 'verdict' | 'countsAs' | 'sentence' | 'reasons' | 'components' | 'causeHints'> {
  readonly cells: readonly SeriesPoint[];
  readonly findings: AreaFindings;
}

/**
 * The mean of the worst (or the top) areas as a target like any other: one series, judged by the path. The areas are
 * chosen once by the years before the baseline and stay; each counts the same. The answer is given again for the group
 * as it would have been chosen a year earlier.
 * @returns the judgement, or which figures the group lacks
 */
export function judgeGroup(rule: GroupRule, judged: AreasToJudge, judge: JudgeSeries): GroupJudgement | string {
  const group = groupOf(rule, judged, 0);
  if (!group) return whatIsMissing(rule, judged);
  const found = judgeChosen(rule, judged, group, judge);
  if (typeof found === 'string') return found;
  const earlier = groupOf(rule, judged, 1);
  const other = earlier && judgeChosen(rule, judged, earlier, judge);
  if (!earlier || other === undefined || typeof other === 'string') {
    const unknown = 'Whether the verdict holds for the areas as chosen a year earlier cannot be told, as figures do not reach back so far.';
    return { ...found, reasons: [...found.reasons, unknown] };
  }
  const differs = other.verdict !== found.verdict;
  const sentence = differs ? ` The verdict depends on the group: with the areas chosen a year earlier it would be “${VERDICTS[other.verdict]}”.` : '';
  return {
    ...found,
    sentence: found.sentence + sentence,
    cells: [...cellsOfChoice(earlier), ...found.cells],
    findings: { ...found.findings, groupOneYearEarlier: { verdict: other.verdict, members: earlier.finding.members } },
  };
}

function groupOf({ group, kind }: GroupRule, { areas, target, baseline }: AreasToJudge, earlier: number): ChosenGroup | undefined {
  return chooseGroup(areas, target, baseline, { ...group, side: kind === 'top-areas' ? 'best' : 'worst', earlier });
}

function judgeChosen(rule: GroupRule, judged: AreasToJudge, group: ChosenGroup, judge: JudgeSeries): GroupJudgement | string {
  const { target, usable, baseline, period } = judged;
  const members = usable.filter(({ code }) => group.codes.has(code));
  if (!isEnough(members.length, group.codes.size)) {
    return `Of the ${group.codes.size} areas of the group only ${members.length} have figures for both ${baseline.label} and ${period.label}`;
  }
  const series = meansOf(members, judged);
  const findings: AreaFindings = { group: group.finding, ...peopleMeans(members, judged), ...meansBetween(series, target) };
  const cells = [...cellsOfChoice(group), ...members.flatMap((area) => [pointAt(area.series, baseline), pointAt(area.series, period)].filter((point) => point !== undefined))];
  if (rule.change.kind === 'improve-most') {
    const found = againstTheRest(judged, group, nameOf(rule, group));
    return typeof found === 'string' ? found : { ...found, findings: { ...findings, ...found.findings }, cells: [...cellsOfChoice(group), ...found.cells] };
  }
  const { areas: _, countBehind: __, pastRevisions: ___, ...rest } = target;
  const found = judge({ ...rest, rule: changeOf(rule.change), series, areaName: `${nameOf(rule, group)} of ${target.areaName}` });
  return { ...found, cells, findings, reasons: [...found.reasons, chosenRemark(rule, group)] };
}

/** From the baseline on: what lies before has chosen the group, so the baseline must not be moved there. */
function meansOf(members: readonly AreaSeries[], { target, baseline, period }: AreasToJudge): SeriesPoint[] {
  const [first] = members;
  return (first?.series ?? []).flatMap(({ period: one }) => {
    if (one.middle < baseline.middle - 1e-9 && one !== baseline) return [];
    if (one.middle > period.middle + 1e-9) return [];
    const points = members.map(({ series }) => pointAt(series, one));
    const mean = points.every((point) => point !== undefined) ? meanPoint(points, target) : undefined;
    return mean ? [mean] : [];
  });
}

function meansBetween(series: readonly SeriesPoint[], target: TargetToJudge): { readonly groupMeans?: GroupMeans } {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return {};
  return { groupMeans: { baseline: first.value, latest: last.value, standardError: measured(last, target).se } };
}

function peopleMeans(members: readonly AreaSeries[], { target, baseline, period }: AreasToJudge): { readonly groupMeansByPeople?: GroupMeans } {
  if (!members.every(isPopulated)) return {};
  const weights = members.map(({ people = 0 }) => people);
  const [first, last] = [baseline, period].map((one) => meanPoint(members.flatMap(({ series }) => pointAt(series, one) ?? []), target, weights));
  if (!first || !last) return {};
  return { groupMeansByPeople: { baseline: first.value, latest: last.value, standardError: measured(last, target).se } };
}

function changeOf(change: Exclude<GroupChange, { kind: 'improve-most' }>): TargetRule {
  if (change.kind === 'level') return { kind: 'level', value: change.value };
  return change.kind === 'change-by' ? { kind: 'change-by', amount: change.amount } : { kind: 'change-by-percent', percent: change.percent };
}

/** "the worst fifth (30 of 151)" */
function nameOf({ kind, group }: GroupRule, { finding }: ChosenGroup): string {
  return `the ${kind === 'top-areas' ? 'top' : 'worst'} ${shareOfAreasInWords(group.share)} (${finding.size} of ${finding.of})`;
}

function chosenRemark({ kind }: GroupRule, { finding }: ChosenGroup): string {
  const side = kind === 'top-areas' ? 'best' : 'worst';
  return `The group are the ${finding.size} areas of ${finding.of} that were ${side} by the mean of ${listInWords(finding.chosenBy)}, before the baseline; it stays the same, and each area counts the same.`;
}

/** Says which years the group lacks; an empty group is never filled by the baseline. */
function whatIsMissing({ group, kind }: GroupRule, { target, areas, baseline }: AreasToJudge): string {
  const expected = target.areas?.expected ?? 0;
  const wanted = Array.from({ length: group.years }, (_, index) => periodEarlier(baseline, group.years - index)).flatMap((period) => period ?? []);
  const found = wanted.map((period) => `${period.label} (${areas.filter(({ series }) => pointAt(series, period)).length} of ${expected})`);
  const which = `The ${kind === 'top-areas' ? 'top' : 'worst'} ${shareOfAreasInWords(group.share)} of the areas`;
  return `${which} must be chosen by the mean of the ${group.years} periods before the baseline, ${baseline.label}, and never by the baseline itself, but too few areas have figures for them: ${listInWords(found)}`;
}

/** The n-th period of the same length, a year apart, that shares no day with the baseline. */
function periodEarlier(baseline: Period, n: number): Period | undefined {
  const years = n + Math.max(0, Math.ceil(baseline.months / 12) - 1);
  return parsePeriod(`${Number(baseline.key.slice(0, 4)) - years}${baseline.key.slice(4)}`);
}
