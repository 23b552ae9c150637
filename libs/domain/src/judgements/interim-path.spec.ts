import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import type { SeriesPoint, TargetRule, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import { isJudged, isOffTrackOrWorse, isVerdict, severityOf, type Verdict } from './verdict.js';

/** Properties of the whole verdict; worked cases stand in `target-verdict.spec.ts`. */

const TODAY = '2027-06-30';

function year(of: number): Period {
  const period = parsePeriod(`${of}-01-01/P1Y`);
  if (!period) throw new Error(String(of));
  return period;
}

function pointOf(at: number, value: number, halfWidth?: number): SeriesPoint {
  const limits = halfWidth === undefined ? {} : { lower: value - halfWidth, upper: value + halfWidth };
  return { key: `cell ${at}`, period: year(at), value, ...limits };
}

function targetOf(
  rule: TargetRule,
  series: readonly SeriesPoint[],
  change: Partial<TargetToJudge> = {},
): TargetToJudge {
  return {
    direction: 1,
    rule,
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2030-01-01/P1Y', releaseExpected: '2031-06-30' },
    series,
    unit: '%',
    decimals: 1,
    roundingUnit: 0.25,
    metricName: 'Figure',
    areaName: 'England',
    ...change,
  };
}

// quarters: exact in binary, so that a law is not broken by the last digit
const quarter = fc.integer({ min: -400, max: 400 }).map((count) => count / 4);
const halfWidth = fc.option(
  fc.integer({ min: 1, max: 80 }).map((count) => count / 4),
  { nil: undefined },
);
const numberRule: fc.Arbitrary<TargetRule> = fc.oneof(
  quarter.map((value): TargetRule => ({ kind: 'level', value })),
  quarter.map((amount): TargetRule => ({ kind: 'change-by', amount })),
  fc.integer({ min: -100, max: 100 }).map((percent): TargetRule => ({ kind: 'change-by-percent', percent })),
  fc.constant<TargetRule>({ kind: 'direction' }),
);
const seriesFrom = (first: number): fc.Arbitrary<SeriesPoint[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: first, max: 2026 }), quarter, halfWidth), { minLength: 1, maxLength: 8 })
    .map((rows) => [...new Map(rows.map(([at, value, width]) => [at, pointOf(at, value, width)])).values()]);
const withBaseline = fc
  .tuple(quarter, halfWidth, seriesFrom(2013))
  .map(([value, width, series]) => [
    ...series.filter(({ period }) => period.key !== '2019-01-01/P1Y'),
    pointOf(2019, value, width),
  ]);
const previous = fc.constantFrom<Verdict | undefined>(undefined, 'off-track', 'deteriorating', 'on-track');

function rescaled(series: readonly SeriesPoint[], factor: number): SeriesPoint[] {
  return series.map((point) => {
    const limits = [point.lower, point.upper].map((limit) => (limit === undefined ? undefined : limit * factor));
    const [low, high] = factor < 0 ? [limits[1], limits[0]] : limits;
    const interval = low === undefined || high === undefined ? {} : { lower: low, upper: high };
    return { key: point.key, period: point.period, value: point.value * factor, ...interval };
  });
}

/** The same rule after every figure was multiplied. */
function rescaledRule(rule: TargetRule, factor: number): TargetRule {
  if (rule.kind === 'level') return { kind: 'level', value: rule.value * factor };
  if (rule.kind === 'change-by') return { kind: 'change-by', amount: rule.amount * factor };
  return rule.kind === 'change-by-percent' ? { kind: rule.kind, percent: rule.percent * Math.sign(factor) } : rule;
}

describe('any verdict', () => {
  it('is a word with a sentence, whatever the finite figures are', () => {
    const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
    const wildPoint = fc
      .tuple(
        fc.integer({ min: 2010, max: 2031 }),
        wild,
        fc.option(fc.tuple(wild, wild), { nil: undefined }),
        fc.boolean(),
      )
      .map(([at, value, limits, provisional]) => ({
        ...pointOf(at, value),
        provisional,
        ...(limits ? { lower: limits[0], upper: limits[1] } : {}),
      }));
    const rule = fc.oneof(
      numberRule,
      wild.map((value): TargetRule => ({ kind: 'level', value })),
      wild.map((amount): TargetRule => ({ kind: 'change-by', amount })),
      wild.map((percent): TargetRule => ({ kind: 'change-by-percent', percent })),
      fc.constantFrom<TargetRule>({ kind: 'binary' }, { kind: 'every-area' }, { kind: 'gap', measure: 'p90-minus-p10' }, { kind: 'undefined' }),
    );
    const asOf = fc.integer({ min: 2009, max: 2033 }).map((of) => `${of}-06-30`);
    fc.assert(
      fc.property(
        fc.array(wildPoint, { maxLength: 8 }),
        rule,
        asOf,
        fc.constantFrom(0, 0.1, 1),
        (series, of, day, roundingUnit) => {
          const areas = { expected: 1, list: [{ code: 'E1', name: 'One', series }] };
          const found = judgeTarget(targetOf(of, series, { roundingUnit, areas }), day);
          expect(isVerdict(found.verdict)).toBe(true);
          expect(found.sentence).toMatch(/^[A-Z].*\.$/s);
          expect(new Set(found.inputs).size).toBe(found.inputs.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not depend on scale or unit', () => {
    fc.assert(
      fc.property(withBaseline, numberRule, previous, fc.constantFrom(0.125, 2, 1024), (series, rule, was, factor) => {
        const before = judgeTarget(targetOf(rule, series, { previousVerdict: was }), TODAY);
        const scaled = targetOf(rescaledRule(rule, factor), rescaled(series, factor), {
          previousVerdict: was,
          roundingUnit: 0.25 * factor,
          unit: '£ million',
        });
        const after = judgeTarget(scaled, TODAY);
        expect([after.verdict, after.countsAs, after.method]).toEqual([before.verdict, before.countsAs, before.method]);
        expect(after.components.alternatives?.map(({ verdict }) => verdict)).toEqual(
          before.components.alternatives?.map(({ verdict }) => verdict),
        );
      }),
    );
  });

  it('is mirrored when direction and figures are', () => {
    fc.assert(
      fc.property(withBaseline, numberRule, previous, (series, rule, was) => {
        const up = judgeTarget(targetOf(rule, series, { previousVerdict: was }), TODAY);
        const mirror = targetOf(rescaledRule(rule, -1), rescaled(series, -1), { previousVerdict: was, direction: -1 });
        const down = judgeTarget(mirror, TODAY);
        expect(down.verdict).toBe(up.verdict);
        expect(down.components.deviation ?? 0).toBeCloseTo(up.components.deviation ?? 0, 9);
      }),
    );
  });

  it('is never worse for more progress', () => {
    const more = fc.integer({ min: 0, max: 200 }).map((count) => count / 4);
    fc.assert(
      fc.property(
        withBaseline,
        numberRule,
        previous,
        quarter,
        more,
        halfWidth,
        (series, rule, was, value, extra, width) => {
          const severity = (latest: number): number => {
            const figures = [
              ...series.filter(({ period }) => period.key !== '2026-01-01/P1Y'),
              pointOf(2026, latest, width),
            ];
            return severityOf(judgeTarget(targetOf(rule, figures, { previousVerdict: was }), TODAY).verdict) ?? -1;
          };
          expect(severity(value + extra)).toBeLessThanOrEqual(severity(value));
        },
      ),
      { numRuns: 300 },
    );
  });

  /**
   * What is claimed on a wide interval must be claimed on a narrow one: an alarm stays an alarm, and *on track* stays
   * *on track* unless the narrow interval shows that the figure fell. (For windows that do not overlap: where they do,
   * a wider error can cancel more of the baseline's.)
   */
  it('is never surer for a wider interval', () => {
    const width = fc.integer({ min: 1, max: 80 }).map((count) => count / 4);
    fc.assert(
      fc.property(withBaseline, numberRule, quarter, width, width, (series, rule, value, narrow, more) => {
        const verdict = (half: number): Verdict => {
          const figures = [
            ...series.filter(({ period }) => period.key !== '2026-01-01/P1Y'),
            pointOf(2026, value, half),
          ];
          return judgeTarget(targetOf(rule, figures), TODAY).verdict;
        };
        const [wide, close] = [verdict(narrow + more), verdict(narrow)];
        if (isOffTrackOrWorse(wide)) expect(isOffTrackOrWorse(close)).toBe(true);
        if (wide === 'on-track') expect(['on-track', 'deteriorating']).toContain(close);
        if (wide === 'slipping') expect(['slipping', 'deteriorating']).toContain(close);
      }),
      { numRuns: 300 },
    );
  });

  it('never counts a missing figure as zero', () => {
    fc.assert(
      fc.property(withBaseline, numberRule, (series, rule) => {
        const full = judgeTarget(targetOf(rule, series), TODAY);
        const latest = full.components.latest?.periodKey;
        const sparse = series.filter(({ period }) => [latest, '2019-01-01/P1Y'].includes(period.key));
        const found = judgeTarget(targetOf(rule, sparse), TODAY);
        // the figures between say nothing by being absent; a hold takes its σ from those before
        if (full.method !== 'hold') expect(found.verdict).toBe(full.verdict);
        // without anything after the baseline there is no verdict, where a zero would give one
        const alone = judgeTarget(
          targetOf(
            rule,
            sparse.filter(({ period }) => period.key === '2019-01-01/P1Y'),
          ),
          TODAY,
        );
        expect(isJudged(alone.verdict)).toBe(false);
        expect(alone.inputs).toEqual(['cell 2019']);
      }),
    );
  });
});
