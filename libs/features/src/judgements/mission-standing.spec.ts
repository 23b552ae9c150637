import { describe, expect, it } from '@jest/globals';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { openParts } from '#domain/mission-quality/open-parts.js';
import { type Mission, type OpenTerm } from '#features/missions/mission.entity.js';
import { type Judgement } from './judgement.entity.js';
import { type DepartmentStanding, missionStanding } from './mission-standing.js';

const TERM: OpenTerm = { term: 'globally competitive city', clause: 'b', note: '' };
const mission = (over: Partial<Mission> = {}): Mission =>
  ({
    id: 'm',
    frameworkId: 'f',
    framework: { slug: 'levelling-up-2022' },
    slug: 'education',
    number: 5,
    focusArea: 'Education',
    openTerms: [],
    clauses: [{ key: 'a', text: 'A', coveredBy: ['x'] }],
    targets: [
      { id: 't2', slug: 'two', title: 'Two', role: 'headline', position: 2 },
      { id: 't1', slug: 'one', title: 'One', role: 'headline', position: 1 },
    ],
    ...over,
  }) as Mission;
const judged = (id: string, verdict: Verdict, asOf = '2026-06-01'): [string, Judgement] => [
  id,
  { id: `j-${id}`, verdict, countsAs: verdict, sentence: 'S.', components: { reasons: [] }, inputs: [], releaseIds: [], cause: 'first', asOf } as unknown as Judgement,
];
const rated = (rating: DeliveryRating): DepartmentStanding => ({ id: 'd', rating, sentence: '', organisation: 'DfE', submissionReference: 'ER', givenAt: new Date(0), asOf: '2026-05-01' });
const NOTHING_OPEN = { openTerms: 0, uncoveredClauses: 0 };
const NONE = { latest: new Map<string, Judgement>(), yearAgo: new Map<string, Judgement>(), department: null, council: null, open: NOTHING_OPEN, openYearAgo: NOTHING_OPEN, review: null };

describe('how a mission stands', () => {
  it('is not judged before its first judging', () => {
    const standing = missionStanding(mission(), NONE);
    expect(standing.computed).toBeNull();
    expect(standing.conflict).toBe(false);
    expect(standing.targets.map(({ slug, computed }) => [slug, computed])).toEqual([['one', null], ['two', null]]);
  });

  it('is the worst of its targets, as of the latest day', () => {
    const standing = missionStanding(mission(), { ...NONE, latest: new Map([judged('t1', 'off-track'), judged('t2', 'on-track', '2026-06-08')]) });
    expect(standing.computed).toMatchObject({ verdict: 'off-track', decidedBy: ['one'], asOf: '2026-06-08' });
  });

  it.each<[string, Partial<Mission>, Verdict]>([
    ['nothing is open', {}, 'on-track'],
    ['a term is open', { openTerms: [TERM] }, 'cannot-tell-yet'],
    ['an open term has a reading', { openTerms: [{ ...TERM, reading: 'London' }] }, 'on-track'],
    ['a clause has no metric', { clauses: [{ key: 'b', text: 'B', coveredBy: [] }] }, 'cannot-tell-yet'],
  ])('is capped below on track by the text: %s', (_, over, verdict) => {
    const latest = new Map([judged('t1', 'on-track'), judged('t2', 'on-track')]);
    expect(missionStanding(mission(over), { ...NONE, latest, open: openParts(mission(over), undefined) }).computed?.verdict).toBe(verdict);
  });

  it.each<[DeliveryRating, boolean]>([['green', true], ['amber', false], ['red', false]])('off track against %s: conflict %s', (rating, conflict) => {
    const latest = new Map([judged('t1', 'off-track'), judged('t2', 'on-track')]);
    expect(missionStanding(mission(), { ...NONE, latest, department: rated(rating) }).conflict).toBe(conflict);
  });

  it('says how it stood a year ago, where that is known', () => {
    const latest = new Map([judged('t1', 'off-track'), judged('t2', 'on-track')]);
    const yearAgo = new Map([judged('t1', 'on-track'), judged('t2', 'on-track')]);
    expect(missionStanding(mission(), { ...NONE, latest, yearAgo }).computed?.sentence).toMatch(/A year ago it was “on track”\.$/);
    expect(missionStanding(mission(), { ...NONE, latest }).computed?.sentence).not.toMatch(/year ago/);
  });
});
