import { describe, expect, it } from '@jest/globals';
import type { FigureDeparture } from './evidence-return-content.js';
import { figureDepartureBlockers } from './figure-departure-blockers.js';

const PUBLISHED: FigureDeparture = {
  target: 'ks2', value: '63.4%', period: '2025/26', reason: 'Later than the release.', source: 'School census, DfE', unpublishedUntil: null, clearedBy: '',
};
const UNPUBLISHED: FigureDeparture = { ...PUBLISHED, unpublishedUntil: '2026-12-15', clearedBy: 'Ada Hill' };
const DUE = '2026-12-15';

describe('what stands against a figure of the department’s own', () => {
  it.each<[string, FigureDeparture, string[]]>([
    ['nothing where it is whole', PUBLISHED, []],
    ['no value', { ...PUBLISHED, value: '' }, ['value: value-missing']],
    ['no period', { ...PUBLISHED, period: ' ' }, ['period: period-missing']],
    ['no reason', { ...PUBLISHED, reason: '' }, ['reason: reason-missing']],
    ['a reason of 151 words', { ...PUBLISHED, reason: 'a '.repeat(151) }, ['reason: too-many-words']],
    ['no source', { ...PUBLISHED, source: '' }, ['source: source-missing']],
    ['a name without a date', { ...PUBLISHED, clearedBy: 'Ada Hill' }, ['unpublishedUntil: clearance-without-date']],
    ['an unpublished one whose source comes on the day', UNPUBLISHED, []],
    ['one whose source comes a day later', { ...UNPUBLISHED, unpublishedUntil: '2026-12-16' }, ['unpublishedUntil: published-too-late']],
    ['an unpublished one without its day', { ...UNPUBLISHED, unpublishedUntil: '' }, ['unpublishedUntil: publication-missing']],
    ['an unpublished one on a day that is none', { ...UNPUBLISHED, unpublishedUntil: '2026-02-30' }, ['unpublishedUntil: publication-wrong']],
    ['an unpublished one that nobody cleared', { ...UNPUBLISHED, clearedBy: ' ' }, ['clearedBy: cleared-by-missing']],
    ['everything at once', { ...UNPUBLISHED, value: '', reason: '', unpublishedUntil: '', clearedBy: '' }, ['value: value-missing', 'reason: reason-missing', 'unpublishedUntil: publication-missing', 'clearedBy: cleared-by-missing']],
  ])('%s', (_, departure, expected) => {
    expect(figureDepartureBlockers(departure, DUE).map(({ code, field }) => `${field}: ${code}`)).toEqual(expected);
  });

  it('does not ask for a day where nobody knows when the return is due', () => {
    expect(figureDepartureBlockers({ ...UNPUBLISHED, unpublishedUntil: '2099-01-01' })).toEqual([]);
  });
});
