import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BASELINE,
  circumstances,
  halfWidth,
  method,
  mirrored,
  more,
  pairRule,
  plainRule,
  pointOf,
  previous,
  quarter,
  rescaled,
  seriesFrom,
  shareRule,
  targetOf,
  TODAY,
  wildRule,
  wildSeries,
  width,
  withBaseline,
  withFigure,
} from './judgement-arbitraries.js';
import { methodWordsOf } from './method-words.js';
import type { TargetRule, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import { isJudged, isOffTrackOrWorse, isVerdict, severityOf, type Verdict } from './verdict.js';

/** Laws of the whole verdict; worked cases stand in `target-verdict.spec.ts` and beside every method. */

/** Any rule over one area, with what it needs: for a pair the other series, for a share that it is to fall. */
const anyTarget: fc.Arbitrary<TargetToJudge> = fc.oneof(
  fc.tuple(plainRule, withBaseline, circumstances).map(([rule, series, beside]) => targetOf(rule, series, beside)),
  fc
    .tuple(pairRule, withBaseline, seriesFrom(2011, 'other'), circumstances)
    .map(([rule, series, other, beside]) =>
      targetOf(rule, series, { ...beside, second: { name: 'London', series: other } }),
    ),
  fc
    .tuple(shareRule, withBaseline, circumstances)
    .map(([rule, series, beside]) => targetOf(rule, series, { ...beside, direction: -1 })),
);

function wordsOf(target: TargetToJudge): (string | undefined)[] {
  const found = judgeTarget(target, TODAY);
  const methods = methodWordsOf(target, TODAY).map(({ verdict }) => verdict);
  const others = (found.components.alternatives ?? []).map(({ verdict }) => verdict);
  return [found.verdict, found.countsAs, found.method, ...methods, ...others];
}

const OVER_AREAS = ['every-area', 'gap', 'worst-areas', 'top-areas'];

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('any verdict', () => {
  it('is a word with a sentence and numbers, whatever the finite figures are', () => {
    const asOf = fc.integer({ min: 2009, max: 2033 }).map((of) => `${of}-06-30`);
    const money = fc.constantFrom(undefined, { basis: 'nominal' as const, wanted: 'real' as const });
    fc.assert(
      fc.property(
        wildSeries,
        wildSeries,
        wildRule,
        asOf,
        fc.constantFrom(0, 0.1, 1),
        circumstances,
        fc.constantFrom<1 | -1>(1, -1),
        money,
        (series, other, rule, day, roundingUnit, beside, direction, kind) => {
          const areas = { expected: 1, list: [{ code: 'E1', name: 'One', series }] };
          const second = { name: 'London', series: other };
          const priced = kind ? { money: { ...kind, deflator: other } } : {};
          const target = targetOf(rule, series, { ...beside, ...priced, roundingUnit, areas, direction, second });
          const found = judgeTarget(target, day);
          expect(isVerdict(found.verdict)).toBe(true);
          expect(found.sentence).toMatch(/^[A-Z].*\.$/s);
          // rules over areas have laws of their own
          if (!OVER_AREAS.includes(rule.kind)) expect(found.sentence).not.toMatch(/NaN|Infinity/);
          expect(new Set(found.inputs).size).toBe(found.inputs.length);
          for (const word of methodWordsOf(target, day)) {
            expect(isVerdict(word.verdict)).toBe(true);
            expect(word.sentence).toMatch(/^[A-Z“].*\.$/s);
            expect(word.sentence).not.toMatch(/NaN|Infinity/);
            expect(numbersIn(word.numbers).every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('has finite components for figures of any ordinary size', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        expect(numbersIn(judgeTarget(target, TODAY).components).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on scale or unit', () => {
    // powers of two are exact; the others carry the error of binary fractions, which the bounds of every method allow for
    fc.assert(
      fc.property(anyTarget, fc.constantFrom(0.125, 2, 1024, 3, 0.1, 1000, 1 / 7), (target, factor) => {
        expect(wordsOf({ ...rescaled(target, factor), unit: '£ million' })).toEqual(wordsOf(target));
      }),
      { numRuns: 500 },
    );
  });

  /**
   * It holds for growth rates too: sign(v0)·d does not change, nor does v/v0. It cannot hold for a share below a
   * threshold, which is lower-is-better by its nature, nor for the sampling error of a share, which is of 0 to 100.
   */
  it('is mirrored when direction and figures are', () => {
    const mirrorable = anyTarget.filter(({ rule }) => rule.kind !== 'share-below-threshold');
    fc.assert(
      fc.property(mirrorable, (target) => {
        expect(wordsOf(mirrored(target))).toEqual(wordsOf(target));
        const [up, down] = [judgeTarget(target, TODAY), judgeTarget(mirrored(target), TODAY)];
        expect(down.components.deviation ?? 0).toBeCloseTo(up.components.deviation ?? 0, 9);
      }),
      { numRuns: 500 },
    );
  });

  /**
   * By every method. *Cannot tell yet* ranks with *slipping*. Not for a ratio: its error grows with it, so that a better
   * one may be known less well.
   */
  it('is never worse for more progress', () => {
    const rule = fc.oneof(
      plainRule,
      shareRule,
      pairRule.filter(({ kind }) => kind === 'closer-to-comparator'),
    );
    const latest = fc.record({ at: fc.constantFrom(2025, 2026), value: quarter, more, half: halfWidth });
    const setting = fc.record({
      direction: fc.constantFrom<1 | -1>(1, -1),
      method,
      previousVerdict: previous,
      decided: fc.boolean(),
    });
    fc.assert(
      fc.property(withBaseline, seriesFrom(2011, 'other'), rule, latest, setting, (series, other, of, last, as) => {
        const direction = of.kind === 'share-below-threshold' ? -1 : as.direction;
        const severity = (value: number): number => {
          const known = series.filter(({ period }) => period.middle < last.at);
          const target = targetOf(of, withFigure(known, last.at, value, last.half), {
            direction,
            method: as.method,
            previousVerdict: as.previousVerdict,
            second: { name: 'London', series: withFigure(other, last.at, 10, 1) },
            // on some runs the figure decides
            ...(as.decided ? { decides: { periodKey: `${last.at}-01-01/P1Y`, releaseExpected: '2027-01-01' } } : {}),
          });
          return severityOf(judgeTarget(target, TODAY).verdict) ?? -1;
        };
        expect(severity(last.value + direction * last.more)).toBeLessThanOrEqual(severity(last.value));
      }),
      { numRuns: 1000 },
    );
  });

  /**
   * By the interim path, the one method that knows error. What is claimed at a wide interval must be claimed at a narrow
   * one: an alarm stays an alarm; *on track* and *slipping* stay, unless the narrow interval shows that the figure fell.
   * (For windows that do not overlap: where they do, a wider error can cancel more of the baseline's.)
   */
  it('is never surer for a wider interval', () => {
    const half = fc.record({ narrow: width, wider: fc.integer({ min: 0, max: 80 }).map((count) => count / 4) });
    fc.assert(
      fc.property(withBaseline, plainRule, quarter, quarter, half, half, (series, rule, start, value, first, last) => {
        const verdict = (wide: 0 | 1): Verdict => {
          const from = withFigure(series, 2019, start, first.narrow + wide * first.wider);
          const figures = withFigure(from, 2026, value, last.narrow + wide * last.wider);
          return judgeTarget(targetOf(rule, figures), TODAY).verdict;
        };
        const [close, wide] = [verdict(0), verdict(1)];
        if (isOffTrackOrWorse(wide)) expect(isOffTrackOrWorse(close)).toBe(true);
        if (wide === 'on-track') expect(['on-track', 'deteriorating']).toContain(close);
        if (wide === 'slipping') expect(['slipping', 'deteriorating']).toContain(close);
        if (close === 'no-detectable-change') expect(wide).toBe('no-detectable-change');
        if (close === 'at-target') expect(wide).toBe('at-target');
      }),
      { numRuns: 1000 },
    );
  });

  it('stands on its inputs alone', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        const found = judgeTarget(target, TODAY);
        const kept = ({ key }: { key: string }): boolean => found.inputs.includes(key);
        const { second } = target;
        const again = judgeTarget(
          {
            ...target,
            series: target.series.filter(kept),
            ...(second ? { second: { ...second, series: second.series.filter(kept) } } : {}),
          },
          TODAY,
        );
        if (!isJudged(found.verdict)) return;
        expect([again.verdict, again.sentence]).toEqual([found.verdict, found.sentence]);
        expect([...again.inputs].sort()).toEqual([...found.inputs].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('never counts a missing figure as zero', () => {
    const missing = fc.array(fc.integer({ min: 2011, max: 2027 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyTarget, missing, (target, years) => {
        const blank = (cell: string) =>
          years.map((at) => ({ ...pointOf(at, Number.NaN, undefined, cell), key: `blank ${at}` }));
        const { second } = target;
        const withBlanks = {
          ...target,
          series: [...blank('cell'), ...target.series],
          ...(second ? { second: { ...second, series: [...blank('other'), ...second.series] } } : {}),
        };
        expect(judgeTarget(withBlanks, TODAY)).toEqual(judgeTarget(target, TODAY));
        expect(methodWordsOf(withBlanks, TODAY)).toEqual(methodWordsOf(target, TODAY));
      }),
      { numRuns: 300 },
    );
  });

  it('is not given where nothing follows the baseline, whatever came before', () => {
    fc.assert(
      fc.property(withBaseline, plainRule, method, (series, rule: TargetRule, named) => {
        const before = series.filter(({ period }) => period.middle <= 2019.5);
        const found = judgeTarget(targetOf(rule, before, { method: named }), TODAY);
        expect(isJudged(found.verdict)).toBe(false);
        expect(found.inputs).toEqual([before.find(({ period }) => period.key === BASELINE)?.key]);
        expect(methodWordsOf(targetOf(rule, before), TODAY).map(({ verdict }) => verdict)).toEqual(
          Array(4).fill('no-data'),
        );
      }),
    );
  });
});
