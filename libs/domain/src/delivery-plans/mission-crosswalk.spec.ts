import { describe, expect, it } from '@jest/globals';
import { type DeliveryPlanContent, readDeliveryPlan } from './delivery-plan-content.js';
import { answerRefusals, askOf, type DependencyAnswer, dependencyStanding } from './dependency-answers.js';
import { type CrosswalkPlan, missionCrosswalk } from './mission-crosswalk.js';

const MISSION = { slug: 'health', clauses: [{ key: 'a', text: 'Live longer' }, { key: 'b', text: 'Gaps close' }], headlineMetrics: ['hle', 'gap'] };
const part = (led: boolean): DeliveryPlanContent['missions'] => [{ slug: 'health', number: 7, focusArea: 'Health', part: led ? 'led' : 'contributing' }];
const plan = (name: string, year: number, content: Partial<DeliveryPlanContent> = {}, answers: DependencyAnswer[] = []): CrosswalkPlan => ({
  reference: `DP-${year}-${name}`, department: { slug: name, name }, coversLabel: `${year}`, coversFrom: `${year}-04-01`, coversTo: `${year + 1}-03-31`, standing: 'accepted',
  content: readDeliveryPlan({ missions: part(false), ...content }), answers,
});
const funding = (kind: 'resource' | 'capital', moneyMillions: number, mission: string | null = 'health', title: string = kind) => ({ id: title, title, kind, mission, moneyMillions, source: '' });
const dependency = { id: 'd', department: 'dfe', departmentName: 'Education', mission: 'health', what: 'Nurses', neededBy: '2026-09-01' };
const answer = (kind: 'confirmed' | 'disputed', what = 'Nurses'): DependencyAnswer => ({
  dependency: 'd', asked: askOf({ ...dependency, what }), answer: kind, reason: 'Because', ownDate: null, by: 'Otto', at: new Date('2026-05-01T09:00:00Z'),
});

describe('the crosswalk of a mission', () => {
  it('has one row a department, its newest plan, who leads first', () => {
    const rows = missionCrosswalk(MISSION, [plan('Work', 2025), plan('Work', 2026), plan('Arts', 2026), plan('Health', 2026, { missions: part(true) }), plan('Crime', 2026, { missions: [] })]).rows;
    expect(rows.map((row) => [row.plan.department.name, row.plan.coversLabel, row.part])).toEqual([['Health', '2026', 'led'], ['Arts', '2026', 'contributing'], ['Work', '2026', 'contributing']]);
  });

  it('adds the money up by kind, by department and by year, in exact thousandths', () => {
    const plans = [
      plan('A', 2026, { funding: [funding('resource', 0.1), funding('capital', 0.2), funding('resource', 9, null)], staffing: [{ id: 's', team: 't', mission: 'health', staff: 7.5 }] }),
      plan('B', 2026, { contributions: [{ mission: 'health', contribution: 'c', policies: '', moneyMillions: 5 }], staffing: [{ id: 's', team: 't', mission: null, staff: 100 }] }),
      plan('B', 2025, { contributions: [{ mission: 'health', contribution: 'c', policies: '', moneyMillions: 4 }] }),
      plan('C', 2026),
    ];
    const crosswalk = missionCrosswalk(MISSION, plans);
    expect(crosswalk.rows.map(({ money }) => money.total)).toEqual([0.3, 5, undefined]);
    expect(crosswalk.total).toEqual({ resource: 0.1, capital: 0.2, unsplit: 5, total: 5.3, staff: 7.5 });
    expect(crosswalk.years.map(({ coversLabel, department, total }) => [coversLabel, department, total])).toEqual([['2026', 'A', 0.3], ['2026', 'B', 5], ['2026', 'C', undefined], ['2025', 'B', 4]]);
  });

  it('names the clauses and headline metrics that nobody has planned for', () => {
    const policy = { id: 'p', title: 'P', mission: 'health', owner: 'o', ownerJob: 'j', startsOn: '2026-04-01', endsOn: '2027-03-31', clauses: ['b'] };
    const metric = { id: 'm', metric: 'hle', name: 'HLE', mission: 'health', aim: 'x', spendingReview: false };
    const none = missionCrosswalk(MISSION, [plan('A', 2026)]);
    expect([none.unplannedClauses.map(({ key }) => key), none.unplannedMetrics]).toEqual([['a', 'b'], ['hle', 'gap']]);
    const some = missionCrosswalk(MISSION, [plan('A', 2026, { policies: [policy], metrics: [metric, { ...metric, id: 'n', metric: 'gap', mission: 'crime' }] })]);
    expect([some.unplannedClauses.map(({ key }) => key), some.unplannedMetrics]).toEqual([['a'], ['gap']]);
    const served = { mission: 'health', contribution: 'c', policies: '', moneyMillions: null, clauses: ['a'] };
    expect(missionCrosswalk(MISSION, [plan('A', 2026, { contributions: [served] })]).unplannedClauses.map(({ key }) => key)).toEqual(['b']);
    expect(missionCrosswalk(MISSION, [plan('A', 2026, { contributions: [{ ...served, contribution: ' ' }] })]).unplannedClauses).toHaveLength(2);
    // What was planned last year is not planned now.
    expect(missionCrosswalk(MISSION, [plan('A', 2025, { policies: [policy] }), plan('A', 2026)]).unplannedClauses).toHaveLength(2);
  });

  it('shows money that is claimed twice where this mission is one of its claims', () => {
    const twice = [plan('A', 2026, { funding: [funding('resource', 5, 'health', 'Hubs')] }), plan('B', 2026, { funding: [funding('capital', 5, 'crime', 'hubs')] })];
    expect(missionCrosswalk(MISSION, twice).sameMoney.map(({ claims }) => claims.map(({ department }) => department))).toEqual([['A', 'B']]);
    expect(missionCrosswalk({ ...MISSION, slug: 'skills' }, twice).sameMoney).toEqual([]);
    const pledge = { id: 'g', kind: 'programme' as const, who: 'w', title: 'Hubs', mission: 'health', moneyMillions: 5, otherwise: 'o' };
    expect(missionCrosswalk(MISSION, [plan('A', 2026, { programmes: [pledge] }), plan('B', 2026, { programmes: [pledge] })]).sameMoney).toHaveLength(1);
  });
});

describe('a dependency', () => {
  it.each<[string, DependencyAnswer[], [string, boolean]]>([
    ['before any answer', [], ['unconfirmed', false]],
    ['confirmed', [answer('confirmed')], ['confirmed', false]],
    ['disputed after it was confirmed', [answer('confirmed'), answer('disputed')], ['disputed', false]],
    ['asked for something else since', [answer('confirmed', 'Fewer nurses')], ['unconfirmed', true]],
    ['answered for both wordings', [answer('confirmed'), answer('disputed', 'Fewer nurses')], ['confirmed', false]],
  ])('is %s', (_, answers, [state, outdated]) => {
    expect(dependencyStanding(dependency, answers)).toMatchObject({ state, outdated });
  });

  it.each<[object, string[]]>([
    [{ answer: 'confirmed', ownDate: '2026-09-01' }, []],
    [{ answer: 'disputed', reason: 'No staff' }, []],
    [{}, ['answer-missing']],
    [{ answer: 'maybe' }, ['answer-missing']],
    [{ answer: 'disputed', reason: ' ' }, ['reason-missing']],
    [{ answer: 'confirmed' }, ['date-missing']],
    [{ answer: 'disputed', reason: 'x', ownDate: '2026-02-30' }, ['date-wrong']],
  ])('answered with %j', (given, codes) => {
    expect(answerRefusals({ answer: '', reason: '', ownDate: '', ...given }).map(({ code }) => code)).toEqual(codes);
  });
});
