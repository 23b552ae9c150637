import { describe, expect, it } from '@jest/globals';
import { copiedPlan } from './copied-plan.js';
import { type DeliveryPlanContent, isEmptyPlan, NO_PLAN_ANSWERS, type PlannedMission, readDeliveryPlan } from './delivery-plan-content.js';
import { marksSince } from './marks-since.js';
import { planPromises } from './plan-texts.js';

const HEALTH: PlannedMission = { slug: 'health', number: 7, focusArea: 'Health', part: 'led', clauses: [{ key: 'a', text: 'A' }, { key: 'b', text: 'B' }] };
const HOUSING: PlannedMission = { slug: 'housing', number: 10, focusArea: 'Housing', part: 'contributing' };
const SOURCE = { reference: 'DP-2025-3333', coversLabel: '2025 to 2026', version: 2 };
const policy = (id: string, mission: string, title = `Policy ${id}`) => ({ id, title, mission, owner: 'Ada', ownerJob: 'Director', startsOn: '2025-04-01', endsOn: '2026-03-31', clauses: ['a', 'b'] });
const funding = (id: string, mission: string | null, moneyMillions = 1) => ({ id, title: `Line ${id}`, kind: 'resource' as const, mission, moneyMillions, source: 'Fund' });

const LAST: DeliveryPlanContent = readDeliveryPlan({
  summary: 'Last year.',
  missions: [HEALTH, HOUSING],
  contributions: [{ mission: 'health', contribution: 'c', policies: 'p', moneyMillions: 1, clauses: ['a', 'b'] }, { mission: 'housing', contribution: 'h', policies: '', moneyMillions: null }],
  outcomes: [{ id: 'o', title: 'Better', description: '' }],
  policies: [policy('p1', 'health'), policy('p2', 'housing')],
  milestones: [{ id: 'm1', policy: 'p1', title: 'First', dueOn: '2025-09-30' }, { id: 'm2', policy: 'p2', title: 'Gone', dueOn: '2025-09-30' }],
  funding: [funding('f1', 'health'), funding('f2', 'housing'), funding('f3', null)],
  statedMoneyMillions: 3,
});

describe('a plan begun with last year’s', () => {
  it('keeps everything but the missions that the department has no part in, which it names', () => {
    const copy = copiedPlan(LAST, [{ ...HEALTH, clauses: [{ key: 'a', text: 'A' }] }], SOURCE);
    expect(copy.copiedFrom).toEqual({ ...SOURCE, leftOut: ['Mission 10: Housing'] });
    expect(copy.contributions.map(({ mission, clauses }) => [mission, clauses])).toEqual([['health', ['a']]]);
    expect(copy.policies.map(({ id, clauses }) => [id, clauses])).toEqual([['p1', ['a']]]);
    expect(copy.milestones.map(({ id }) => id)).toEqual(['m1']);
    expect(copy.funding.map(({ id }) => id)).toEqual(['f1', 'f3']);
    expect([copy.summary, copy.outcomes, copy.statedMoneyMillions]).toEqual(['Last year.', LAST.outcomes, 3]);
  });

  it('is not empty any more', () => {
    expect(isEmptyPlan(NO_PLAN_ANSWERS)).toBe(true);
    expect(isEmptyPlan(copiedPlan(LAST, [HEALTH], SOURCE))).toBe(false);
    expect(isEmptyPlan({ ...NO_PLAN_ANSWERS, statedStaff: 0 })).toBe(false);
  });
});

describe('the marks since last year', () => {
  const marks = (changes: Partial<DeliveryPlanContent>) => marksSince(LAST, { ...LAST, ...changes });

  it('are all "unchanged" for a copy as it is', () => {
    const { marks: all, gone } = marks({});
    expect([new Set(Object.values(all)), gone]).toEqual([new Set(['unchanged']), []]);
  });

  it.each<[string, Partial<DeliveryPlanContent>, string, string | undefined, string[]]>([
    ['a line that says something else', { funding: [funding('f1', 'health', 2), funding('f2', 'housing'), funding('f3', null)] }, 'funding.f1', 'changed', []],
    ['a line under another name', { policies: [policy('p1', 'health', 'Renamed'), policy('p2', 'housing')] }, 'policies.p1', 'changed', []],
    ['a milestone of another date', { milestones: [{ id: 'm1', policy: 'p1', title: 'First', dueOn: '2026-09-30' }, ...LAST.milestones.slice(1)] }, 'policies.p1', 'changed', []],
    ['a line more', { outcomes: [...LAST.outcomes, { id: 'n', title: 'Newer', description: '' }] }, 'outcomes.n', 'new', []],
    ['blanks alone', { summary: ' Last  year.\n' }, 'summary', 'unchanged', []],
    ['a line that is gone', { outcomes: [] }, 'outcomes.o', undefined, ['Outcome: Better']],
    ['a line that was typed anew', { funding: [{ ...funding('f9', 'health'), title: ' Line f1 ' }, funding('f2', 'housing'), funding('f3', null)] }, 'funding.f9', 'unchanged', []],
    ['a summary taken out', { summary: '' }, 'summary', undefined, ['Summary']],
  ])('%s', (_, changes, key, mark, gone) => {
    const found = marks(changes);
    expect([found.marks[key], found.gone]).toEqual([mark, gone]);
  });
});

describe('what a plan promises', () => {
  it('is its policies by mission and its milestones by date', () => {
    expect(planPromises(LAST)).toEqual([
      { title: 'Mission 7: Health', text: 'p' },
      { title: 'Mission 10: Housing', text: '' },
      { title: 'Policy p1: First', text: 'By 30 September 2025: First (Ada, Director)' },
      { title: 'Policy p2: Gone', text: 'By 30 September 2025: Gone (Ada, Director)' },
    ]);
  });
});
