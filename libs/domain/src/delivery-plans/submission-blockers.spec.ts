import { describe, expect, it } from '@jest/globals';
import type { DeliveryPlanContent, PlannedContribution } from './delivery-plan-content.js';
import { isPlanned, readDeliveryPlan, totalMoney } from './delivery-plan-content.js';
import { deliveryPlanBlockers } from './submission-blockers.js';

const line = (mission: string, rest: Partial<PlannedContribution> = {}): PlannedContribution => ({
  mission, contribution: 'Hubs in every area', policies: 'Family hubs', moneyMillions: 12.5, ...rest,
});
const COMPLETE: DeliveryPlanContent = readDeliveryPlan({
  summary: 'What we will do.',
  contributions: [line('health')],
  missions: [
    { slug: 'health', number: 7, focusArea: 'Health', part: 'led' },
    { slug: 'housing', number: 10, focusArea: 'Housing', part: 'contributing' },
  ],
});

describe('what stands against sending a plan', () => {
  it.each<[string, Partial<DeliveryPlanContent>, [string, string][]]>([
    ['nothing when complete', {}, []],
    ['no summary', { summary: ' ' }, [['summary-missing', 'summary']]],
    ['a summary that is too long', { summary: 'a'.repeat(5001) }, [['too-long', 'summary']]],
    [
      'nothing for a mission that the department leads',
      { contributions: [] },
      [['contribution-missing', 'contributions.health.contribution'], ['policies-missing', 'contributions.health.policies']],
    ],
    ['policies missing for a led mission', { contributions: [line('health', { policies: '' })] }, [['policies-missing', 'contributions.health.policies']]],
    ['money may be unknown', { contributions: [line('health', { moneyMillions: null })] }, []],
    ['money may be nothing', { contributions: [line('health', { moneyMillions: 0 })] }, []],
    ['negative money', { contributions: [line('health', { moneyMillions: -0.1 })] }, [['money-negative', 'contributions.health.moneyMillions']]],
    ['money that is no number', { contributions: [line('health', { moneyMillions: Number.NaN })] }, [['money-negative', 'contributions.health.moneyMillions']]],
    ['more than there is', { contributions: [line('health', { moneyMillions: 1_000_001 })] }, [['money-too-large', 'contributions.health.moneyMillions']]],
    [
      'money for a mission that it contributes to, without saying for what',
      { contributions: [line('health'), line('housing', { contribution: '', policies: '' })] },
      [['contribution-missing', 'contributions.housing.contribution']],
    ],
    ['a contribution without a policy where it does not lead', { contributions: [line('health'), line('housing', { policies: '' })] }, []],
    ['a mission that it has no part in', { contributions: [line('health'), line('crime')] }, [['mission-unknown', 'contributions.crime']]],
  ])('%s', (_, content, expected) => {
    expect(deliveryPlanBlockers({ ...COMPLETE, ...content }).map(({ code, field }) => [code, field])).toEqual(expected);
  });

  it.each([
    ['Pride in place', 'pride in place'],
    ['R&D and innovation', 'R&D and innovation'],
  ])('names the mission %s as in a sentence', (focusArea, name) => {
    const missions: DeliveryPlanContent['missions'] = [{ slug: 'm', number: 2, focusArea, part: 'led' }];
    const [first] = deliveryPlanBlockers({ ...COMPLETE, contributions: [], missions });
    expect(first?.message).toBe(`Enter what the department will contribute to ${name}`);
  });
});

describe('the money of a plan', () => {
  it.each<[(number | null)[], number | undefined]>([
    [[], undefined],
    [[null, null], undefined],
    [[null, 0], 0],
    [[0.1, 0.2, null], 0.3],
    [[12.5, 1000], 1012.5],
  ])('%j adds up to %s', (money, total) => {
    expect(totalMoney(money.map((moneyMillions) => line('health', { moneyMillions })))).toBe(total);
  });

  it('is planned as soon as anything is said', () => {
    const empty: PlannedContribution = { mission: 'health', contribution: '', policies: ' ', moneyMillions: null };
    expect(isPlanned(empty)).toBe(false);
    expect(isPlanned({ ...empty, moneyMillions: 0 })).toBe(true);
    expect(isPlanned({ ...empty, policies: 'Hubs' })).toBe(true);
  });
});
