import { describe, expect, it } from '@jest/globals';
import { vacancyFaults } from './vacancy-faults.js';

type Term = [from: string, to: string | null];

function faultsOf(leads: Term[], vacancies: Term[]): string[] {
  const led = leads.map(([from, to]) => ({ department: 'dfe', from, to }));
  return vacancyFaults(vacancies.map(([from, to]) => ({ from, to, reason: 'R.' })), led, ['missions', 4]).map(({ code, path }) => `${code} ${path.slice(2).join('.')}`);
}

describe('recorded vacancies', () => {
  it.each<[string, Term[], Term[], string[]]>([
    ['between two leads', [['2022-02-02', '2026-01-01'], ['2026-03-01', null]], [['2026-01-01', '2026-03-01']], []],
    ['after the last', [['2022-02-02', '2026-01-01']], [['2026-01-01', null]], []],
    ['two in a row', [], [['2026-01-01', '2026-02-01'], ['2026-02-01', null]], []],
    ['on a day that a department leads', [['2022-02-02', '2026-01-02']], [['2026-01-01', null]], ['vacancy-while-led vacancies.0']],
    ['without an end, and a lead to come', [['2026-03-01', null]], [['2026-01-01', null]], ['vacancy-while-led vacancies.0']],
    ['two at once', [], [['2026-01-01', null], ['2026-02-01', '2026-03-01']], ['two-vacancies-at-once vacancies.1']],
    ['an end on the first day', [], [['2026-01-01', '2026-01-01']], ['vacancy-ends-first vacancies.0.to']],
    ['no real date', [], [['2026-02-30', null]], ['no-date vacancies.0.from']],
  ])('%s', (_, leads, vacancies, faults) => {
    expect(faultsOf(leads, vacancies)).toEqual(faults);
  });
});
