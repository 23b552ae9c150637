import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '#domain/judgements/verdict.js';
import { demotedSentence, type JudgedStep, recordedResets, resetFacts, resetSentence, standingResets } from './reset-off-track.js';

const step = (id: string, asked: string, verdict: Verdict, cause = 'target'): JudgedStep => ({ id, asked, verdict, cause });

describe('a target that was changed while it was off track', () => {
  it.each<[string, JudgedStep[], string[]]>([
    ['never changed', [step('1', 'A', 'off-track', 'first'), step('2', 'A', 'off-track', 'new-period')], []],
    ['changed while on track', [step('1', 'A', 'on-track', 'first'), step('2', 'B', 'on-track')], []],
    ['changed while slipping', [step('1', 'A', 'slipping', 'first'), step('2', 'B', 'on-track')], []],
    ['made easier while off track', [step('1', 'A', 'off-track', 'first'), step('2', 'B', 'on-track')], ['2']],
    ['still off track by what it asks now', [step('1', 'A', 'missed', 'first'), step('2', 'B', 'off-track')], ['2']],
    ['another baseline', [step('1', 'A', 'deteriorating', 'first'), step('2', 'B', 'on-track', 'baseline')], ['2']],
    ['another area', [step('1', 'A', 'off-track', 'first'), step('2', 'B', 'slipping', 'area')], ['2']],
    ['another method is not the government’s doing', [step('1', 'A', 'off-track', 'first'), step('2', 'A', 'on-track', 'method')], []],
    ['stands while figures go on', [step('1', 'A', 'off-track', 'first'), step('2', 'B', 'on-track'), step('3', 'B', 'at-target', 'new-period')], ['2']],
    ['undone', [step('1', 'A', 'off-track', 'first'), step('2', 'B', 'on-track'), step('3', 'A', 'off-track')], []],
    ['made easier twice', [step('1', 'A', 'off-track', 'first'), step('2', 'B', 'off-track'), step('3', 'C', 'on-track')], ['2', '3']],
    ['made easier again after it was undone', [step('1', 'A', 'off-track', 'first'), step('2', 'B', 'on-track'), step('3', 'A', 'off-track'), step('4', 'B', 'on-track')], ['2', '4']],
  ])('%s', (_, steps, resets) => {
    expect(standingResets(steps).map(({ reset }) => reset.id)).toEqual(resets);
  });

  it.each<[string, [day: number, verdict: Verdict, countsAs?: Verdict][], number, string[]]>([
    ['the judgement after it, whatever its cause', [[1, 'off-track'], [3, 'no-data'], [4, 'on-track']], 2, ['2']],
    ['in the same instant', [[1, 'off-track'], [2, 'off-track'], [2, 'no-data'], [3, 'no-data']], 2, ['3']],
    ['one that counts as off track', [[1, 'awaiting-figures', 'off-track'], [3, 'on-track']], 2, ['2']],
    ['not judged since', [[1, 'off-track']], 2, []],
    ['on track when it was judged last', [[1, 'on-track'], [3, 'off-track'], [4, 'off-track']], 2, []],
  ])('recorded by people: %s', (_, judged, recordedOn, resets) => {
    const on = (day: number): Date => new Date(Date.UTC(2026, 0, day));
    const steps = judged.map(([day, verdict, countsAs], index) => ({ ...step(`${index + 1}`, 'A', verdict, 'revision'), givenAt: on(day), countsAs: countsAs ?? null }));
    const found = recordedResets(steps, [{ recordedAt: on(recordedOn), what: 'the metric' }]);
    expect(found.map(({ reset }) => reset.id)).toEqual(resets);
    expect(found.flatMap((each) => resetFacts(each)[0]?.value ?? [])).toEqual(resets.map(() => 'the metric'));
  });

  it('is said in one sentence, with what it was and is', () => {
    const [reset] = standingResets([step('1', 'A', 'off-track', 'first'), step('2', 'B', 'on-track')]);
    if (!reset) throw new Error('no reset');
    expect(resetSentence('90% reach it', reset)).toBe('The target “90% reach it” was changed while it was “off track”; by what it asks now it is “on track”. It stays judged by what it first asked, too.');
    expect(resetFacts(reset).map(({ value }) => value)).toEqual(['the target', 'off track', 'on track']);
    expect(demotedSentence('90% reach it', 'missed')).toBe('The target “90% reach it” no longer counts as a headline of its mission; it was “missed” when that was changed. It stays judged.');
  });
});
