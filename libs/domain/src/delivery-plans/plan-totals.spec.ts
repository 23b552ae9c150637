import { describe, expect, it } from '@jest/globals';
import { type DeliveryPlanContent, readDeliveryPlan } from './delivery-plan-content.js';
import type { FundingLine, StaffingLine } from './plan-lists.js';
import { thousandths } from './plan-sums.js';
import { totalRefusals } from './plan-totals.js';

const line = (moneyMillions: number, mission: string | null = null, id = 'f'): FundingLine => ({ id, title: 'T', kind: 'resource', mission, moneyMillions, source: 'S' });
const team = (staff: number): StaffingLine => ({ id: 't', team: 'T', mission: null, staff });
const PLAN = readDeliveryPlan({
  missions: [{ slug: 'health', number: 7, focusArea: 'Health', part: 'led' }, { slug: 'rd', number: 2, focusArea: 'R&D', part: 'led' }],
});
const planned = (mission: string, moneyMillions: number | null) => ({ mission, contribution: 'c', policies: 'p', moneyMillions });

describe('totals that must add up', () => {
  it.each<[string, Partial<DeliveryPlanContent>, string[]]>([
    ['nothing at all', {}, []],
    ['0.1 + 0.2 = 0.3', { funding: [line(0.1), line(0.2)], statedMoneyMillions: 0.3 }, []],
    ['finer than a thousand pounds', { funding: [line(0.3)], statedMoneyMillions: 0.3004 }, ['Total funding must have 3 decimal places or fewer']],
    ['a thousand pounds too little', { funding: [line(0.1), line(0.2)], statedMoneyMillions: 0.299 }, ['Total funding is stated as £0.299 million, but its lines add up to £0.3 million: a difference of £0.001 million']],
    ['more than the lines', { funding: [line(1000)], statedMoneyMillions: 1250.5 }, ['Total funding is stated as £1,250.5 million, but its lines add up to £1,000 million: a difference of £250.5 million']],
    ['lines and no total', { funding: [line(0)] }, ['Enter the total of the funding lines']],
    ['a total and no lines', { statedMoneyMillions: 2 }, ['Total funding is stated as £2 million, but its lines add up to £0 million: a difference of £2 million']],
    ['nothing of nothing', { statedMoneyMillions: 0 }, []],
    ['less than nothing', { statedMoneyMillions: -1 }, ['Total funding must be 0 or more']],
    ['ten times 0.1', { funding: Array.from({ length: 10 }, () => line(0.1)), statedMoneyMillions: 1 }, []],
    ['staff', { staffing: [team(7.5), team(0.1), team(0.2)], statedStaff: 7.8 }, []],
    ['one too many', { staffing: [team(7.5)], statedStaff: 8.5 }, ['Total staffing is stated as 8.5 full-time equivalents, but its lines add up to 7.5 full-time equivalents: a difference of 1 full-time equivalent']],
    ['teams and no total', { staffing: [team(1)] }, ['Enter the total of the staffing lines']],
    ['a mission’s money is its lines', { funding: [line(0.1, 'health'), line(0.2, 'health')], statedMoneyMillions: 0.3, contributions: [planned('health', 0.3)] }, []],
    [
      'a mission’s money is not its lines',
      { funding: [line(0.1, 'health'), line(0.2, 'health'), line(5)], statedMoneyMillions: 5.3, contributions: [planned('health', 5.3)] },
      ['Planned money for health is £5.3 million, but its funding lines add up to £0.3 million: a difference of £5 million'],
    ],
    ['a mission with lines and no money', { funding: [line(1, 'rd')], statedMoneyMillions: 1 }, ['Enter the planned money for R&D: its funding lines add up to £1 million']],
    ['a mission with money and no lines of its own', { funding: [line(12.5)], statedMoneyMillions: 12.5, contributions: [planned('health', 12.5)] }, []],
    ['a mission with money in a plan without lines', { contributions: [planned('health', 12.5)] }, []],
    [
      'missions with more money together than the plan has',
      { funding: [line(1, 'health'), line(0.5)], statedMoneyMillions: 1.5, contributions: [planned('health', 1), planned('rd', 0.7)] },
      ['Planned money over all missions is £1.7 million, but total funding is £1.5 million: £0.2 million too much'],
    ],
  ])('%s', (_, content, messages) => {
    expect(totalRefusals({ ...PLAN, ...content }).map(({ message }) => message)).toEqual(messages);
  });

  it.each<[number, number | undefined]>([[0.125, 125], [0.1234, undefined], [1_000_000, 1_000_000_000], [0, 0], [Number.NaN, undefined], [Number.POSITIVE_INFINITY, undefined]])('%s is %s thousandths', (amount, whole) => {
    expect(thousandths(amount)).toBe(whole);
  });
});
