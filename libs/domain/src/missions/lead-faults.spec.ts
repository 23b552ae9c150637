import { describe, expect, it } from '@jest/globals';
import { leadFaults } from './lead-faults.js';

type Lead = [department: string, from: string, to: string | null];

function faultsOf(leads: Lead[]): string[] {
  const drafts = leads.map(([department, from, to]) => ({ department, from, to }));
  return leadFaults(drafts, new Set(['dfe', 'dhsc']), ['leads']).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('leadFaults', () => {
  it.each<[string, Lead[], string[]]>([
    ['none', [], []],
    ['one without an end', [['dfe', '2022-02-02', null]], []],
    ['one after the other, on the very day', [['dfe', '2022-02-02', '2024-07-05'], ['dhsc', '2024-07-05', null]], []],
    ['written in the other order', [['dhsc', '2024-07-05', null], ['dfe', '2022-02-02', '2024-07-05']], []],
    ['with a gap between', [['dfe', '2022-02-02', '2023-01-01'], ['dhsc', '2024-07-05', null]], []],
    ['one day shared', [['dfe', '2022-02-02', '2024-07-06'], ['dhsc', '2024-07-05', null]], ['two-leads-at-once leads.1']],
    ['two without an end', [['dfe', '2022-02-02', null], ['dhsc', '2024-07-05', null]], ['two-leads-at-once leads.1']],
    ['the same department twice', [['dfe', '2022-02-02', null], ['dfe', '2022-02-02', null]], ['two-leads-at-once leads.1']],
    [
      'the third within the first',
      [['dfe', '2022-02-02', null], ['dhsc', '2020-01-01', '2021-01-01'], ['dhsc', '2023-01-01', '2024-01-01']],
      ['two-leads-at-once leads.2'],
    ],
    ['an unknown department', [['mod', '2022-02-02', null]], ['unknown-department leads.0.department']],
    ['an end before the beginning', [['dfe', '2022-02-02', '2022-02-01']], ['lead-ends-first leads.0.to']],
    ['an end on the first day', [['dfe', '2022-02-02', '2022-02-02']], ['lead-ends-first leads.0.to']],
    ['no real date', [['dfe', '2022-02-30', null]], ['no-date leads.0.from']],
  ])('%s', (_, leads, faults) => expect(faultsOf(leads)).toEqual(faults));

  it('names both, with their dates', () => {
    const [fault] = leadFaults(
      [{ department: 'dfe', from: '2022-02-02', to: null }, { department: 'dhsc', from: '2024-07-05', to: '2025-01-01' }],
      new Set(['dfe', 'dhsc']),
      ['missions', 4, 'leads'],
    );
    expect(fault).toEqual({
      code: 'two-leads-at-once',
      path: ['missions', 4, 'leads', 1],
      against: ['missions', 4, 'leads', 0],
      message: 'two leads at once: dhsc from 2024-07-05 until 2025-01-01 and dfe from 2022-02-02',
    });
  });
});
