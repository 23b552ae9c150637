import { describe, expect, it } from '@jest/globals';
import { readDeliveryPlan } from './delivery-plan-content.js';
import { isIsoDate, lineRefusals } from './plan-line-refusals.js';
import type { PlanLine, PlanList, PlanLists } from './plan-lists.js';
import { deliveryPlanBlockers } from './submission-blockers.js';

const AROUND = readDeliveryPlan({
  missions: [{ slug: 'health', number: 7, focusArea: 'Health', part: 'contributing', clauses: [{ key: 'a', text: 'A' }] }],
  policies: [{ id: 'p', title: 'P', mission: 'health', owner: 'Ada', ownerJob: 'Director', startsOn: '2026-04-01', endsOn: '2027-03-31', clauses: ['a'] }],
});
const WHOLE: { [List in PlanList]: PlanLine<List> } = {
  outcomes: { id: 'x', title: 'Better', description: '' },
  metrics: { id: 'x', metric: null, name: 'Waits', mission: 'health', aim: '18 weeks', spendingReview: true },
  policies: AROUND.policies[0] as PlanLists['policies'][number],
  milestones: { id: 'x', policy: 'p', title: 'First', dueOn: '2026-09-30' },
  programmes: { id: 'x', kind: 'civil-society-commitment', who: 'A charity', title: 'Volunteers', mission: 'health', moneyMillions: null, otherwise: 'Fewer' },
  funding: { id: 'x', title: 'Clinics', kind: 'capital', mission: null, moneyMillions: 0, source: 'Fund' },
  staffing: { id: 'x', team: 'Team', mission: 'health', staff: 7.5 },
  dependencies: { id: 'x', department: 'dfe', departmentName: 'Education', mission: null, what: 'Rooms', neededBy: '2026-09-30' },
};
/** Code and whether it stops the saving. */
const refused = <List extends PlanList>(list: List, change: Partial<PlanLine<List>>): string[] =>
  lineRefusals(list, { ...(WHOLE[list] as object), ...change } as PlanLine<List>, AROUND).map(({ code, field, essential }) => `${field} ${code}${essential ? '!' : ''}`);

describe('a line of a plan', () => {
  it.each(Object.keys(WHOLE) as PlanList[])('of %s is whole', (list) => {
    expect(refused(list, {})).toEqual([]);
  });

  it.each<[PlanList, object, string[]]>([
    ['outcomes', { title: ' ' }, ['title title-missing!']],
    ['outcomes', { title: 'x'.repeat(301) }, ['title too-long!']],
    ['metrics', { name: '' }, ['name name-missing!']],
    ['metrics', { metric: 'waits', name: '', aim: '' }, ['aim aim-missing']],
    ['metrics', { mission: '' }, ['mission mission-missing!']],
    ['policies', { owner: '', ownerJob: '', startsOn: '', endsOn: '' }, ['owner owner-missing', 'ownerJob ownerJob-missing', 'startsOn startsOn-missing', 'endsOn endsOn-missing']],
    ['policies', { startsOn: '2026-02-30' }, ['startsOn date-wrong!']],
    ['policies', { startsOn: '2027-04-01' }, ['endsOn end-before-start!']],
    ['policies', { clauses: ['zz'] }, ['clauses clause-unknown!']],
    ['policies', { mission: 'crime' }, ['mission mission-unknown!', 'clauses clause-unknown!']],
    ['milestones', { policy: 'gone', dueOn: '' }, ['policy policy-unknown!', 'dueOn dueOn-missing']],
    ['programmes', { kind: '', who: '', otherwise: '' }, ['kind kind-missing!', 'who who-missing', 'otherwise otherwise-missing']],
    ['programmes', { moneyMillions: -0.001 }, ['moneyMillions amount-negative!']],
    ['funding', { moneyMillions: null, source: '' }, ['moneyMillions money-missing!', 'source source-missing']],
    ['funding', { moneyMillions: 0.0001 }, ['moneyMillions amount-too-fine!']],
    ['funding', { mission: '' }, ['mission mission-missing!']],
    ['dependencies', { mission: '' }, ['mission mission-missing!']],
    ['funding', { moneyMillions: 1_000_001 }, ['moneyMillions amount-too-large!']],
    ['funding', { moneyMillions: Number.NaN }, ['moneyMillions amount-negative!']],
    ['staffing', { team: '', staff: null }, ['team team-missing!', 'staff staff-missing!']],
    ['dependencies', { department: '', what: ' ', neededBy: '' }, ['department department-missing!', 'what what-missing!', 'neededBy neededBy-missing']],
  ])('of %s with %j', (list, change, codes) => {
    expect(refused(list, change)).toEqual(codes);
  });

  it('blocks the sending with its section, its field and its name', () => {
    const plan = { ...AROUND, summary: 'S', policies: AROUND.policies.map((policy) => ({ ...policy, owner: '' })) };
    expect(deliveryPlanBlockers(plan)).toEqual([{ code: 'owner-missing', message: 'Enter the name of the owner (P)', section: 'policies', field: 'policies.p.owner' }]);
  });

  it('gives a led mission its policies by name as well as in words', () => {
    const missions = AROUND.missions.map((mission) => ({ ...mission, part: 'led' as const }));
    const plan = { ...AROUND, missions, summary: 'S', contributions: [{ mission: 'health', contribution: 'c', policies: '', moneyMillions: null }] };
    expect(deliveryPlanBlockers(plan)).toEqual([]);
    expect(deliveryPlanBlockers({ ...plan, policies: [] }).map(({ code }) => code)).toEqual(['policies-missing']);
  });

  it.each([['2026-02-28', true], ['2026-02-29', false], ['2028-02-29', true], ['2026-9-1', false], ['', false], ['20260-01-01', false]])('%s is a date: %s', (text, real) => {
    expect(isIsoDate(text)).toBe(real);
  });
});
