import { describe, expect, it } from '@jest/globals';
import type { PlannedMission } from './delivery-plan-content.js';
import { planDraftRefusals, type WrittenPlanAnswers } from './plan-draft-refusals.js';
import type { PlanPolicy } from './plan-lists.js';

const MISSIONS: PlannedMission[] = [{ slug: 'education', number: 5, focusArea: 'Education', part: 'led', clauses: [{ key: 'a', text: 'Read' }] }];
const POLICY: PlanPolicy = { id: 'hubs', title: 'Hubs', mission: 'education', owner: '', ownerJob: '', startsOn: '', endsOn: '', clauses: [] };
const FUNDING = { id: '', title: 'Tutors', kind: 'resource' as const, mission: 'education', moneyMillions: 1, source: '' };
const CONTRIBUTION = { mission: 'education', contribution: '', policies: '', moneyMillions: null, clauses: [] };

const found = (answers: WrittenPlanAnswers, policies: PlanPolicy[] = []): [string, string | undefined][] =>
  planDraftRefusals(answers, { missions: MISSIONS, policies }).map(({ code, field }) => [code, field]);

describe('what may not even lie in a plan’s draft', () => {
  it('is nothing that is merely missing, or does not add up yet', () => {
    expect(found({})).toEqual([]);
    expect(found({
      summary: '', contributions: [CONTRIBUTION], policies: [POLICY], milestones: [{ id: '', policy: 'hubs', title: 'One', dueOn: '' }], outcomes: [{ id: '', title: 'O', description: '' }],
      funding: [FUNDING, { ...FUNDING, mission: null }], statedMoneyMillions: 7, statedStaff: null,
    })).toEqual([]);
  });

  it.each<[string, WrittenPlanAnswers, [string, string][]]>([
    ['a summary that is too long', { summary: 'x'.repeat(5001) }, [['too-long', 'summary']]],
    ['a mission of others', { contributions: [{ ...CONTRIBUTION, mission: 'crime' }] }, [['mission-unknown', 'contributions.0.mission']]],
    ['a mission twice', { contributions: [CONTRIBUTION, CONTRIBUTION] }, [['twice', 'contributions.1']]],
    ['texts that are too long', { contributions: [{ ...CONTRIBUTION, contribution: 'x'.repeat(5001), policies: 'x'.repeat(5001) }] }, [['too-long', 'contributions.0.contribution'], ['too-long', 'contributions.0.policies']]],
    ['money below nothing', { contributions: [{ ...CONTRIBUTION, moneyMillions: -1 }] }, [['money-wrong', 'contributions.0.moneyMillions']]],
    ['money finer than a thousand pounds', { contributions: [{ ...CONTRIBUTION, moneyMillions: 0.0001 }] }, [['money-wrong', 'contributions.0.moneyMillions']]],
    ['more money than there is', { contributions: [{ ...CONTRIBUTION, moneyMillions: 1_000_001 }] }, [['money-wrong', 'contributions.0.moneyMillions']]],
    ['a clause of no text', { contributions: [{ ...CONTRIBUTION, clauses: ['a', 'z'] }] }, [['clause-unknown', 'contributions.0.clauses']]],
    ['a policy’s clause of no text', { policies: [{ ...POLICY, clauses: ['z'] }] }, [['clause-unknown', 'policies.0.clauses']]],
    ['the second of two lines', { funding: [FUNDING, { ...FUNDING, title: ' ', moneyMillions: null }] }, [['title-missing', 'funding.1.title'], ['money-missing', 'funding.1.moneyMillions']]],
    ['one id twice', { funding: [{ ...FUNDING, id: 'f' }, { ...FUNDING, id: 'f' }] }, [['twice', 'funding.1']]],
    ...['add', 'total', 'a.b', 'a/b', 'x'.repeat(41)].map((id): [string, WrittenPlanAnswers, [string, string][]] => [`the id ${id}`, { funding: [{ ...FUNDING, id }] }, [['id-wrong', 'funding.0.id']]]),
    ['a milestone of no policy', { milestones: [{ id: '', policy: 'gone', title: 'One', dueOn: '' }] }, [['policy-unknown', 'milestones.0.policy']]],
    ['a day that is none', { milestones: [{ id: '', policy: 'hubs', title: 'One', dueOn: '2026-02-30' }], policies: [POLICY] }, [['date-wrong', 'milestones.0.dueOn']]],
    ['an end before the start', { policies: [{ ...POLICY, startsOn: '2026-04-02', endsOn: '2026-04-01' }] }, [['end-before-start', 'policies.0.endsOn']]],
    ['more lines than a list takes', { outcomes: Array.from({ length: 201 }, () => ({ id: '', title: 'O', description: '' })) }, [['too-many-lines', 'outcomes']]],
    ['totals below nothing', { statedMoneyMillions: -1, statedStaff: -0.5 }, [['total-wrong', 'statedMoneyMillions'], ['total-wrong', 'statedStaff']]],
    ['totals that are too fine', { statedMoneyMillions: 0.0001, statedStaff: 1.00001 }, [['total-too-fine', 'statedMoneyMillions'], ['total-too-fine', 'statedStaff']]],
  ])('is %s', (_, answers, expected) => {
    expect(found(answers)).toEqual(expected);
  });

  it('holds a milestone against the policies that are written beside it, else against those of the draft', () => {
    const milestones = [{ id: '', policy: 'hubs', title: 'One', dueOn: '' }];
    expect(found({ milestones }, [POLICY])).toEqual([]);
    expect(found({ milestones, policies: [{ ...POLICY, id: 'other' }] }, [POLICY])).toEqual([['policy-unknown', 'milestones.0.policy']]);
  });

  it('says of money what the page says', () => {
    const [refusal] = planDraftRefusals({ contributions: [{ ...CONTRIBUTION, moneyMillions: -1 }] }, { missions: MISSIONS, policies: [] });
    expect(refusal?.message).toBe('Planned money for Education must be 0 or more');
  });
});
