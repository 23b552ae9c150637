import { describe, expect, it } from '@jest/globals';
import { type AppointmentDraft, appointmentFaults, type BudgetDraft, budgetFaults, budgetOf } from './council-register.js';

const APPOINTMENT: AppointmentDraft = { personId: 'p', appointedBy: 'The Secretary of State', from: '2026-04-01', until: '2029-03-31', ended: '', endedWhy: '' };
const BUDGET: BudgetDraft = { year: '2026', givenBy: 'HM Treasury', amount: '£1,200,000', spent: '', staff: '4.5', note: '' };

describe('an appointment', () => {
  it.each<[string, Partial<AppointmentDraft>, string[]]>([
    ['whole', {}, []],
    ['without an end', { until: '' }, []],
    ['empty', { personId: '', appointedBy: ' ', from: '' }, ['person-missing', 'appointedBy-missing', 'from-wrong']],
    ['with dates that are none', { from: undefined, until: undefined, ended: undefined }, ['from-wrong', 'until-wrong', 'ended-wrong']],
    ['that ends before it begins', { until: '2026-03-31' }, ['until-before-from']],
    ['ended without a reason', { ended: '2027-01-01' }, ['endedWhy-missing']],
    ['ended before it began', { ended: '2026-01-01', endedWhy: 'x' }, ['ended-before-from']],
    ['a reason without the day', { endedWhy: 'Resigned' }, ['ended-missing']],
  ])('%s', (_, draft, codes) => {
    expect(appointmentFaults({ ...APPOINTMENT, ...draft }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a year of the budget', () => {
  it.each<[string, Partial<BudgetDraft>, string[]]>([
    ['whole', {}, []],
    ['empty', { year: '', givenBy: '', amount: '' }, ['year-wrong', 'givenBy-missing', 'amount-wrong']],
    ['with words for numbers', { amount: 'a lot', spent: 'some', staff: 'few' }, ['amount-wrong', 'spent-wrong', 'staff-wrong']],
    ['below nothing', { amount: '-1' }, ['amount-wrong']],
  ])('%s', (_, draft, codes) => {
    expect(budgetFaults({ ...BUDGET, ...draft }).map(({ code }) => code)).toEqual(codes);
  });

  it('is read as numbers; what is not known is null', () => {
    expect(budgetOf(BUDGET)).toEqual({ year: 2026, givenBy: 'HM Treasury', amount: 1200000, spent: null, staff: 4.5, note: '' });
  });
});
