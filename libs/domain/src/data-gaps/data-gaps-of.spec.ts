import { describe, expect, it } from '@jest/globals';
import type { AreaLevel } from '#domain/observations/area-level.js';
import { dataGapsOf, type GapSubject, type JudgedFigures } from './data-gaps-of.js';

const TODAY = '2026-11-23';
const FRESH = { periodEnds: ['2023-12-31', '2024-12-31', '2025-12-31'], lagsInDays: [180] };
const judged = (over: Partial<JudgedFigures>): JudgedFigures => ({ verdict: 'on-track', sentence: 'The sentence of the judgement.', ...over });
const subject = (over: Partial<GapSubject> = {}): GapSubject => ({
  metricName: 'Homicide offences', geographyName: 'England', needs: [], has: ['nation'], history: FRESH, judged: judged({}), ...over,
});
const kindsOf = (over: Partial<GapSubject>): string[] => dataGapsOf(subject(over), TODAY).map(({ kind }) => kind);

describe('what figures lack', () => {
  it('is nothing where they are there, fresh, whole and clear', () => {
    expect(dataGapsOf(subject(), TODAY)).toEqual([]);
  });

  it.each<[string, Partial<JudgedFigures>, string[]]>([
    ['no data', { verdict: 'no-data', dataGap: 'missing' }, ['missing']],
    ['figures of something else', { verdict: 'target-not-comparable' }, ['missing']],
    ['a deciding figure that was due', { verdict: 'awaiting-figures', dataGap: 'missing', awaitingUntil: '2026-11-22' }, ['missing']],
    ['a deciding figure that is due today', { verdict: 'awaiting-figures', dataGap: 'missing', awaitingUntil: TODAY }, []],
    ['a target that nobody has defined', { verdict: 'target-undefined' }, []],
    ['an error that hides the answer', { verdict: 'cannot-tell-yet', dataGap: 'noise' }, ['noise']],
    ['cannot tell for another reason', { verdict: 'cannot-tell-yet' }, []],
    ['off track', { verdict: 'off-track' }, []],
  ])('%s', (_, over, kinds) => {
    expect(kindsOf({ judged: judged(over) })).toEqual(kinds);
  });

  it('says it in the judgement’s own sentence, or in one of its own', () => {
    expect(dataGapsOf(subject({ judged: judged({ verdict: 'no-data' }) }), TODAY)[0]?.sentence).toBe('The sentence of the judgement.');
    expect(dataGapsOf(subject({ judged: undefined, history: { periodEnds: [], lagsInDays: [] } }), TODAY)).toEqual([
      { kind: 'missing', sentence: 'There is no figure for homicide offences in England.' },
    ]);
  });

  it('is stale beside whatever else is wrong', () => {
    const history = { periodEnds: ['2018-12-31', '2019-12-31'], lagsInDays: [0] };
    // 31 December 2019 + 12 months + 6 months
    expect(dataGapsOf(subject({ history, judged: judged({ verdict: 'no-data', dataGap: 'missing' }) }), TODAY)).toEqual([
      { kind: 'missing', sentence: 'The sentence of the judgement.' },
      { kind: 'stale', sentence: 'The last figure for homicide offences in England is for a period that ended on 31 December 2019; the next figure was due by 30 June 2021.' },
    ]);
  });

  it.each<[AreaLevel[], AreaLevel[], string[]]>([
    [['lower-tier', 'unitary'], ['country', 'nation', 'region'], ['granularity']],
    [['lower-tier', 'unitary'], ['region', 'other'], ['granularity']],
    [['upper-tier', 'unitary'], ['unitary'], []],
    [['region'], ['nation'], ['granularity']],
    [['region'], ['unitary'], []],
    [['nation'], ['nation'], []],
    [['lower-tier', 'unitary'], [], []],
    [[], ['country'], []],
  ])('needed for %j, published for %j: %j', (needs, has, kinds) => {
    expect(kindsOf({ needs, has })).toEqual(kinds);
  });

  it('is too coarse, and not missing as well, where figures exist only for larger areas', () => {
    const found = dataGapsOf(
      subject({
        geographyName: 'the districts of England', needs: ['lower-tier', 'unitary'], has: ['region', 'nation'],
        history: { periodEnds: [], lagsInDays: [] }, judged: judged({ verdict: 'no-data', dataGap: 'missing' }),
      }),
      TODAY,
    );
    expect(found).toEqual([
      { kind: 'granularity', sentence: 'Homicide offences: no figures for the districts of England are published; there are figures only for larger areas (nations, regions).' },
    ]);
  });

  it.each<[number, number, string[]]>([
    // 95 % of 361 is 342.95
    [342, 361, ['coverage']],
    [343, 361, []],
    [19, 20, []],
    [0, 361, []],
    [380, 361, []],
  ])('%d of %d areas usable: %j', (usable, expected, kinds) => {
    expect(kindsOf({ judged: judged({ areas: { usable, expected } }) })).toEqual(kinds);
  });

  it('leaves areas out, and is not missing as well, where too few areas have figures for a verdict', () => {
    const verdict = { verdict: 'no-data', dataGap: 'missing' } as const;
    expect(kindsOf({ judged: judged({ ...verdict, areas: { usable: 40, expected: 361 } }) })).toEqual(['coverage']);
    expect(kindsOf({ judged: judged({ ...verdict, areas: { usable: 0, expected: 361 } }) })).toEqual(['missing']);
  });

  it('counts the areas that are left out', () => {
    // 310/361 = 85.87 %, cut and not rounded, so that 94.99 % is never printed as 95 %
    expect(dataGapsOf(subject({ judged: judged({ areas: { usable: 310, expected: 361 } }) }), TODAY)[0]?.sentence).toBe(
      'Only 310 of 361 areas (85.8%) have figures for Homicide offences that can be judged.',
    );
  });
});
