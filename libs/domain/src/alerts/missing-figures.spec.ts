import { describe, expect, it } from '@jest/globals';
import { missingFiguresFacts, missingFiguresSentence, type WaitingTarget } from './missing-figures.js';

const waiting = (over: Partial<WaitingTarget> = {}): WaitingTarget => ({ verdict: 'on-track', sentence: 'S.', ...over });

describe('no data by its date', () => {
  it.each<[string, Partial<WaitingTarget>, string, string | undefined]>([
    ['figures are there', {}, '2026-06-01', undefined],
    ['the deciding figure on the last day that it is awaited', { verdict: 'awaiting-figures', awaitingUntil: '2026-06-01' }, '2026-06-01', undefined],
    ['the day after', { verdict: 'awaiting-figures', awaitingUntil: '2026-06-01' }, '2026-06-02', 'S.'],
    ['no figure, and none is due yet', { verdict: 'no-data', expectedBy: '2026-06-01' }, '2026-06-01', undefined],
    ['no figure, and one was due', { verdict: 'no-data', expectedBy: '2026-06-01' }, '2026-06-02', 'S. Figures were due by 1 June 2026.'],
    ['the sentence names the date already', { verdict: 'no-data', sentence: 'One was due by 1 June 2026.', expectedBy: '2026-06-01' }, '2026-06-02', 'One was due by 1 June 2026.'],
    ['no figure, and nobody has said when one is due', { verdict: 'no-data' }, '2026-06-02', undefined],
    ['some of the areas have figures: a gap in coverage', { verdict: 'no-data', expectedBy: '2026-06-01', usableAreas: 40 }, '2026-06-02', undefined],
    ['none of the areas has', { verdict: 'no-data', expectedBy: '2026-06-01', usableAreas: 0 }, '2026-06-02', 'S. Figures were due by 1 June 2026.'],
    ['too early', { verdict: 'too-early', expectedBy: '2026-06-01' }, '2026-06-02', undefined],
    ['a series that has stopped', { stopped: 'The next figure was due.' }, '2026-06-01', 'The next figure was due.'],
    ['a target that names no test', { verdict: 'target-undefined', expectedBy: '2020-01-01' }, '2026-06-01', undefined],
  ])('%s', (_, over, today, sentence) => {
    expect(missingFiguresSentence(waiting(over), today)).toBe(sentence);
  });

  it('lists the last figure and the date', () => {
    expect(missingFiguresFacts(waiting({ expectedBy: '2026-06-01' }), undefined).map(({ value }) => value)).toEqual(['none', '1 June 2026']);
    expect(missingFiguresFacts(waiting({ awaitingUntil: '2026-07-01', expectedBy: '2026-06-01' }), 'school year 2024/25').map(({ value }) => value)).toEqual(['school year 2024/25', '1 July 2026']);
  });
});
