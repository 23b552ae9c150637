import type { Period } from '#domain/observations/period.js';
import type { AreaFindings, GapFinding, GapReading } from './area-findings.js';
import { isEnough } from './area-coverage.js';
import { type ChosenGroup, chooseGroup } from './area-group.js';
import type { AreasToJudge } from './areas-to-judge.js';
import { type AreaPair, pairsOf } from './area-pairs.js';
import { type GapEnds, gapEndsOf, gapFindingOf } from './gap-finding.js';
import { isPopulated } from './people-share.js';
import type { AreaSeries, GapMeasure, TargetRule } from './target-to-judge.js';

export type GapRule = Extract<TargetRule, { kind: 'gap' }>;

/** Of a top fifth that the text does not define. */
const TOP = { side: 'best', share: 20, years: 3 } as const;

/**
 * What stands beside a measure where the rule names nothing. The highest and the lowest are two areas only, and a group
 * that was once at the top drifts back towards the others even where all areas together do not draw nearer.
 */
const BESIDE: Partial<Record<GapMeasure, readonly GapMeasure[]>> = {
  'highest-minus-lowest': ['variance-between-areas', 'p90-minus-p10'],
  'top-against-rest': ['variance-between-areas'],
};

/** A gap measured at both ends, or why it cannot be. */
export interface MeasuredGap {
  readonly ends: GapEnds;
  readonly pairs: readonly AreaPair[];
  readonly main: GapFinding;
  readonly beside: readonly GapFinding[];
  readonly weighted?: GapReading;
  /** The top fifth, where it was chosen by the years before the baseline. */
  readonly top?: ChosenGroup;
  /** Measures beside that cannot be computed, and why: "no deprivation score is loaded for 65 of 361 areas". */
  readonly left: readonly string[];
}

/** @param baseline one period, or several that are averaged */
export function measureGap(rule: GapRule, { target, areas, period }: AreasToJudge, baseline: readonly Period[]): MeasuredGap | string {
  const named = (rule.beside ?? []).filter((measure) => measure !== rule.measure);
  const beside = named.length > 0 ? named : (BESIDE[rule.measure] ?? []);
  const wanted = [rule.measure, ...beside];
  const expected = target.areas?.expected ?? 0;
  const all = pairsOf(target, areas, baseline, period);
  const top = wanted.includes('top-against-rest') ? topOf(areas, target, baseline, all) : undefined;
  const ranked = top && new Set(top.ranked.map(({ code }) => code));
  const comparable = ranked ? all.filter(({ area }) => ranked.has(area.code)) : all;
  const scored = comparable.filter(({ area }) => isScored(area));
  const withDeprivation = wanted.includes('slope-over-deprivation') && isEnough(scored.length, expected);
  const unscored = `no deprivation score is loaded for ${expected - scored.length} of the ${expected} areas`;
  if (rule.measure === 'slope-over-deprivation' && !withDeprivation) return unscored;
  const pairs = withDeprivation ? scored : comparable;
  if (pairs.length < 3) return `a gap needs three areas at least, and there are ${pairs.length}`;
  const options = { direction: target.direction, withDeprivation, ...(top ? { top: top.codes } : {}) };
  const ends = gapEndsOf(pairs, options);
  const main = gapFindingOf(rule.measure, ends);
  if (!main) return 'the ratio means nothing where figures are not all on one side of zero';
  if (!Number.isFinite(main.corrected.change)) return 'the figures are too large to be compared';
  const others = beside.map((measure) => ({ measure, found: gapFindingOf(measure, ends) }));
  const weigh = rule.measure !== 'highest-minus-lowest' && pairs.every(({ area }) => isPopulated(area));
  const weighted = weigh ? gapFindingOf(rule.measure, gapEndsOf(pairs, { ...options, byPeople: true }))?.corrected : undefined;
  return {
    ends,
    pairs,
    main,
    beside: others.flatMap(({ found }) => found ?? []),
    ...(weighted ? { weighted } : {}),
    ...(top ? { top } : {}),
    left: others.some(({ measure, found }) => !found && measure === 'slope-over-deprivation') ? [unscored] : [],
  };
}

/** The top fifth before the baseline, where its areas and the others are there at both ends. */
function topOf(areas: readonly AreaSeries[], target: AreasToJudge['target'], baseline: readonly Period[], pairs: readonly AreaPair[]): ChosenGroup | undefined {
  const [first] = baseline;
  const top = first && chooseGroup(areas, target, first, TOP);
  if (!top) return undefined;
  const ranked = new Set(top.ranked.map(({ code }) => code));
  const kept = pairs.filter(({ area }) => ranked.has(area.code));
  const inside = kept.filter(({ area }) => top.codes.has(area.code)).length;
  return isEnough(kept.length, target.areas?.expected ?? 0) && inside > 0 && inside < kept.length ? top : undefined;
}

/**
 * What is shown to be narrower and what wider, in the words of the sentence: the gap, as published and as a share of the
 * average too, and the measures beside it. Of those the spread as published is left out: it grows by itself where fewer
 * people answer a survey.
 */
export function shownBy({ main, beside }: MeasuredGap): { readonly narrower: readonly string[]; readonly wider: readonly string[] } {
  const readings = [main, ...beside].flatMap((finding) => {
    const name = finding === main ? 'the gap' : MEASURE_NAMES[finding.measure];
    const counterpart = finding.measure === 'ratio' ? `the distance behind ${name}` : `${name} as a share of the average`;
    const raw = finding === main && finding.raw.shown !== finding.corrected.shown;
    return [
      { name, shown: finding === main ? finding.corrected.shown : agreed(finding) },
      ...(raw ? [{ name: `${name} with its sampling noise`, shown: finding.raw.shown }] : []),
      ...(finding.relative ? [{ name: counterpart, shown: finding.relative.shown }] : []),
    ];
  });
  const of = (shown: GapReading['shown']): string[] => readings.filter((reading) => reading.shown === shown).map(({ name }) => name);
  return { narrower: of('narrower'), wider: of('wider') };
}

/**
 * What the gap itself shows: only what shows both as published and with sampling noise taken out, so that no wide
 * interval can make a narrow gap; and of the highest and the lowest area only what a measure over all areas shows too.
 */
export function changeShown({ main, beside }: MeasuredGap): GapReading['shown'] {
  const both = agreed(main);
  if (main.measure !== 'highest-minus-lowest') return both;
  return beside.some((finding) => agreed(finding) === both) ? both : 'neither';
}

function agreed({ raw, corrected }: GapFinding): GapReading['shown'] {
  return raw.shown === corrected.shown ? corrected.shown : 'neither';
}

export function findingsOf(measured: MeasuredGap): AreaFindings {
  const { main, beside, weighted, pairs, ends, top } = measured;
  const shown = shownBy(measured);
  const meanOf = (variances: readonly number[]): number => variances.reduce((total, variance) => total + variance, 0) / variances.length;
  return {
    measure: main.measure,
    areas: pairs.length,
    gap: main,
    beside,
    ...(weighted ? { weighted } : {}),
    meanErrorVariance: { baseline: meanOf(ends.from.errorVariances), latest: meanOf(ends.to.errorVariances) },
    ...(top ? { group: top.finding } : {}),
    ...(isUnclear(shown) ? { unclear: shown } : {}),
  };
}

/** Gap unclear: one reading of it is shown to be narrower, another wider. */
export function isUnclear({ narrower, wider }: ReturnType<typeof shownBy>): boolean {
  return narrower.length > 0 && wider.length > 0;
}

export const MEASURE_NAMES: Readonly<Record<GapMeasure, string>> = {
  'variance-between-areas': 'the variance between areas',
  'p90-minus-p10': 'the distance between the areas a tenth from the top and a tenth from the bottom',
  'top-against-rest': 'the distance between the top fifth of areas and the rest',
  ratio: 'the ratio of the area a tenth from the top to the one a tenth from the bottom',
  'slope-over-deprivation': 'the distance between the most and the least deprived end of the line through all areas',
  'highest-minus-lowest': 'the distance between the highest and the lowest area',
};

function isScored({ deprivation }: AreaSeries): boolean {
  return deprivation !== undefined && Number.isFinite(deprivation);
}
