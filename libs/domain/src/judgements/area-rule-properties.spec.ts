import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AREA_RULES, AREAS_AS_OF, areaOf, figuresOf, overAreas } from './area-cases.js';
import type { AreaSeries, TargetRule, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

const anyRule = fc.constantFrom(...AREA_RULES);

const YEARS = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2022, 2025];

interface AnyAreas {
  readonly levels: readonly number[];
  readonly steps: readonly (readonly number[])[];
  readonly se: number;
}

/** Five to fourteen areas with levels from 20 to 80 and yearly steps of up to 6. */
const anyAreas: fc.Arbitrary<AnyAreas> = fc.integer({ min: 5, max: 14 }).chain((count) =>
  fc.record({
    levels: fc.array(fc.integer({ min: 20, max: 80 }), { minLength: count, maxLength: count }),
    steps: fc.array(fc.array(fc.integer({ min: -60, max: 60 }).map((tenths) => tenths / 10), { minLength: YEARS.length, maxLength: YEARS.length }), {
      minLength: count,
      maxLength: count,
    }),
    se: fc.constantFrom(0, 0.2, 1, 4),
  }),
);

/** @param change applied to every figure and limit */
function listOf({ levels, steps, se }: AnyAreas, change: (value: number) => number = (value) => value, wider = 1): AreaSeries[] {
  return levels.map((level, index) => {
    const code = `A${String(index).padStart(2, '0')}`;
    const values = YEARS.map((year, at) => [year, level + (steps[index]?.[at] ?? 0)] as const);
    const series = figuresOf(code, Object.fromEntries(values), se * wider).map((point) => {
      const limits = [change(point.lower ?? 0), change(point.upper ?? 0)];
      return { ...point, value: change(point.value), lower: Math.min(...limits), upper: Math.max(...limits) };
    });
    return { code, name: code, series, people: 1000 + 100 * index, deprivation: (index * 7) % 11 };
  });
}

/** Ten figures of each of five areas; those of the second and third change. */
const ON_AN_AREA: AnyAreas = {
  levels: [20, 72, 59, 59, 53],
  steps: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0.7], [0, 0, 0, 0, 0, 0, 0, 1.3, 0, -2.4], [0, 0, 0, 0, 0, 0, 0, -2.6, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  se: 0,
};
const RUNS = { numRuns: 60 };
/** Verdicts that claim that something is shown. */
const SURE: readonly Verdict[] = ['on-track', 'off-track', 'achieved', 'missed', 'deteriorating'];

function verdictOf(rule: TargetRule, list: readonly AreaSeries[], change: Partial<TargetToJudge> = {}): Verdict {
  return judgeTarget(overAreas(rule, list, { roundingUnit: 0.001, ...change }), AREAS_AS_OF).verdict;
}

/** A level asked for is in the unit of the figures. */
function scaled(rule: TargetRule, by: number): TargetRule {
  if (rule.kind !== 'worst-areas' && rule.kind !== 'top-areas') return rule;
  const { change } = rule;
  if (change.kind === 'level') return { ...rule, change: { ...change, value: change.value * by } };
  if (change.kind === 'change-by') return { ...rule, change: { ...change, amount: change.amount * by } };
  // a percentage is of the absolute baseline, so it turns with the sign
  return change.kind === 'change-by-percent' ? { ...rule, change: { ...change, percent: change.percent * Math.sign(by) } } : rule;
}

const isGap = (rule: TargetRule): boolean => rule.kind === 'gap';

describe('rules over areas', () => {
  it('do not hang on the order of the areas, nor of their figures', () => {
    fc.assert(
      fc.property(anyRule, anyAreas, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (rule, areas, order) => {
        const list = listOf(areas);
        const shuffle = <T>(items: readonly T[]): T[] =>
          items.map((item) => ({ item, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ item }) => item);
        const mixed = shuffle(list).map((area) => ({ ...area, series: shuffle(area.series) }));
        const [found, other] = [list, mixed].map((one) => judgeTarget(overAreas(rule, one), AREAS_AS_OF));
        expect(other).toEqual(found);
      }),
      RUNS,
    );
  });

  it('do not hang on the unit', () => {
    fc.assert(
      fc.property(anyRule, anyAreas, fc.constantFrom(0.01, 4, 1000), (rule, areas, by) => {
        const scaledList = listOf(areas, (value) => value * by);
        expect(verdictOf(scaled(rule, by), scaledList, { roundingUnit: 0.001 * by })).toBe(verdictOf(rule, listOf(areas)));
      }),
      RUNS,
    );
  });

  it('mirror with figures and direction', () => {
    fc.assert(
      fc.property(anyRule, anyAreas, (rule, areas) => {
        const mirrored = listOf(areas, (value) => -value);
        expect(verdictOf(scaled(rule, -1), mirrored, { direction: -1 })).toBe(verdictOf(rule, listOf(areas)));
      }),
      // found once: a tenth from the top of five areas is the first of them, met but for the last digit on one side alone
      { ...RUNS, examples: [[{ kind: 'gap', measure: 'p90-minus-p10' }, ON_AN_AREA]] },
    );
  });

  it('never throw, whatever finite figures there are', () => {
    const figures = fc.dictionary(fc.constantFrom('2015', '2016', '2017', '2018', '2019', '2022', '2029'), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const wild = fc.array(fc.record({ figures, people: fc.constantFrom(undefined, 0, 5), deprivation: fc.constantFrom(undefined, 1, 2) }), { maxLength: 6 });
    fc.assert(
      fc.property(anyRule, wild, fc.constantFrom(0, 0.1), fc.constantFrom('2019-06-01', '2026-06-26', '2031-01-01'), (rule, rows, roundingUnit, asOf) => {
        const list = rows.map(({ figures: of, people, deprivation }, index) =>
          areaOf(`A${index}`, of, { ...(people === undefined ? {} : { people }), ...(deprivation === undefined ? {} : { deprivation }) }),
        );
        const found = judgeTarget(overAreas(rule, list, { roundingUnit }), asOf);
        expect(found.sentence).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([0, 1, 2])('answer for %d areas that are all alike and without error', (count) => {
    const list = Array.from({ length: count }, (_, index) => areaOf(`A${index}`, { 2016: 5, 2017: 5, 2018: 5, 2019: 5, 2024: 5 }));
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(SURE.includes(verdictOf(rule, list, { roundingUnit: 0 })) && isGap(rule)).toBe(false);
      }),
    );
  });

  it('a gap between areas that are all alike does not change', () => {
    fc.assert(
      fc.property(anyRule.filter(isGap), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (rule, before, after) => {
        const list = Array.from({ length: 8 }, (_, index) => ({
          ...areaOf(`A${index}`, { 2016: before, 2017: before, 2018: before, 2019: before, 2024: after }, { deprivation: index }),
        }));
        const bare = list.map((area) => ({ ...area, series: area.series.map(({ lower: _, upper: __, ...point }) => point) }));
        expect(SURE).not.toContain(verdictOf(rule, bare, { roundingUnit: 0 }));
      }),
      RUNS,
    );
  });

  it('a gap that is not shown as published is not shown with wider intervals', () => {
    fc.assert(
      fc.property(anyRule.filter((rule) => rule.kind === 'gap' && rule.byPercent === undefined), anyAreas, fc.constantFrom(1.5, 3, 10), (rule, areas, wider) => {
        const [narrow, wide] = [listOf(areas), listOf(areas, (value) => value, wider)];
        const found = judgeTarget(overAreas(rule, narrow), AREAS_AS_OF);
        const shown = found.components.areaFindings?.gap?.raw.shown ?? 'neither';
        if (shown !== 'neither') return;
        expect(SURE).not.toContain(verdictOf(rule, wide, { roundingUnit: 0.1 }));
      }),
      RUNS,
    );
  });

  it('wider intervals never show more areas to have changed, nor a faster group', () => {
    fc.assert(
      fc.property(anyAreas, fc.constantFrom(1.5, 3, 10), (areas, wider) => {
        const rule: TargetRule = { kind: 'every-area' };
        const [narrow, wide] = [1, wider].map((by) => judgeTarget(overAreas(rule, listOf(areas, (value) => value, by)), AREAS_AS_OF).components.areas);
        expect(wide?.fallen ?? 0).toBeLessThanOrEqual(narrow?.fallen ?? 0);
        expect(wide?.risen ?? 0).toBeLessThanOrEqual(narrow?.risen ?? 0);
        const most: TargetRule = { kind: 'worst-areas', group: { share: 20, by: 'mean-before-baseline', years: 3 }, change: { kind: 'improve-most' } };
        if (!SURE.includes(verdictOf(most, listOf(areas)))) expect(SURE).not.toContain(verdictOf(most, listOf(areas, (value) => value, wider)));
      }),
      RUNS,
    );
  });

  it('more progress in one area never shows another to have fallen', () => {
    const more = (areas: AnyAreas, which: number, by: number): AnyAreas => ({
      ...areas,
      steps: areas.steps.map((steps, index) => (index === which % areas.levels.length ? [...steps.slice(0, -1), (steps.at(-1) ?? 0) + by] : steps)),
    });
    fc.assert(
      fc.property(anyAreas, fc.nat(20), fc.integer({ min: 1, max: 30 }), (areas, which, by) => {
        const [before, after] = [areas, more(areas, which, by)].map((one) => judgeTarget(overAreas({ kind: 'every-area' }, listOf(one)), AREAS_AS_OF).components.areas);
        expect(after?.fallen ?? 0).toBeLessThanOrEqual(before?.fallen ?? 0);
        expect(after?.risen ?? 0).toBeGreaterThanOrEqual(before?.risen ?? 0);
      }),
      RUNS,
    );
  });

  it('a missing figure is not a zero: the area is left out', () => {
    fc.assert(
      fc.property(anyRule, anyAreas, (rule, areas) => {
        const list = listOf(areas);
        const without = list.map((area, index) => (index === 0 ? { ...area, series: area.series.slice(0, -1) } : area));
        const found = judgeTarget(overAreas(rule, without, { areas: { expected: list.length - 1, list: without } }), AREAS_AS_OF);
        const gone = judgeTarget(overAreas(rule, list.slice(1)), AREAS_AS_OF);
        if (rule.kind === 'every-area') expect(found.components.areas).toMatchObject({ risen: gone.components.areas?.risen, fallen: gone.components.areas?.fallen });
        expect(found.components.areas?.usable).toBe(list.length - 1);
      }),
      RUNS,
    );
  });
});
