import { describe, expect, it } from '@jest/globals';
import { gapClearing, overdueGapSentence, type WatchedGap } from './overdue-gap.js';

const gap = (over: Partial<WatchedGap> = {}): WatchedGap => ({
  state: 'open', kind: 'stale', metricName: 'Drive to work', geographyName: 'England', dateNeeded: '2027-06-01', plan: null, stateReason: null, ...over,
});

describe('the alert on an overdue data gap', () => {
  it.each<[string, Partial<WatchedGap>, string, boolean]>([
    ['the day after', {}, '2027-06-02', true],
    ['the day itself, which is in time', {}, '2027-06-01', false],
    ['years later, after a time when nothing ran', {}, '2029-01-01', true],
    ['planned, and not done', { state: 'planned', plan: 'A survey.' }, '2027-06-02', true],
    ['closed', { state: 'closed' }, '2027-06-02', false],
    ['not to be closed', { state: 'not-to-be-closed' }, '2027-06-02', false],
    ['moved to a later date', { dateNeeded: '2027-09-01' }, '2027-06-02', false],
    ['moved to an earlier date, which has its own alert', { dateNeeded: '2027-05-01' }, '2027-06-02', false],
  ])('%s', (_, over, today, raised) => {
    expect(overdueGapSentence(gap(over), '2027-06-01', today) !== undefined).toBe(raised);
  });

  it('says what is lacking, since when, and whether there is a plan', () => {
    expect(overdueGapSentence(gap(), '2027-06-01', '2027-06-02')).toBe(
      'A gap in the figures (out of date) for drive to work in England was to be closed by 1 June 2027; it stands, and nobody has planned how to close it.',
    );
    expect(overdueGapSentence(gap({ plan: 'A survey.' }), '2027-06-01', '2027-06-02')).toMatch(/what was planned has not closed it\.$/);
  });

  it.each<[WatchedGap['state'], string | null, string | undefined]>([
    ['closed', 'Figures have come.', 'The data gap is closed: Figures have come.'],
    ['not-to-be-closed', 'It would cost more than it tells.', 'The data gap is not to be closed: It would cost more than it tells.'],
    ['closed', null, 'The data gap is closed.'],
    ['open', null, undefined],
    ['planned', 'x', undefined],
  ])('is cleared when the gap is %s (%s): %s', (state, stateReason, expected) => {
    expect(gapClearing({ state, stateReason })).toBe(expected);
  });
});
