import { describe, expect, it } from '@jest/globals';
import { readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { answerRows } from './delivery-plan-answers.js';

const PLAN = readDeliveryPlan({
  summary: 'Hubs and teachers.',
  missions: [
    { slug: 'education', number: 5, focusArea: 'Education', part: 'led' },
    { slug: 'health', number: 7, focusArea: 'Health', part: 'contributing' },
    { slug: 'crime', number: 11, focusArea: 'Crime', part: 'contributing' },
  ],
  contributions: [
    { mission: 'education', contribution: 'Tutors', policies: 'Tutoring', moneyMillions: 1250.5 },
    { mission: 'health', contribution: 'School meals', policies: '', moneyMillions: null },
  ],
  outcomes: [{ id: 'o1', title: 'Pupils catch up', description: '' }],
  funding: [{ id: 'f1', title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: 1250.5, source: 'Tutoring fund' }],
  statedMoneyMillions: 1250.5,
});

describe('a plan as a person reads it', () => {
  it('has the missions that it is about, every line, the sums, and what says nothing', () => {
    expect(answerRows(PLAN).map(({ title, text }) => `${title} = ${text.replaceAll('\n', ' / ')}`)).toEqual([
      'Summary = Hubs and teachers.',
      'Outcome: Pupils catch up = ',
      'Mission 5: Education = Tutors /  / Tutoring /  / Money: £1,250.5 million',
      'Mission 7: Health = School meals',
      'Money over all missions = £1,250.5 million',
      'Funding: Tutors = Resource, £1,250.5 million / Mission 5: Education / From: Tutoring fund',
      'Total funding as stated = £1,250.5 million',
      'Sections with nothing in them = Metrics / Policies and milestones / Programmes and outside pledges / Staffing / Dependencies on other departments',
    ]);
  });

  it('shows a led mission with nothing yet, after the outcomes, and no sum of no money', () => {
    expect(answerRows({ ...PLAN, contributions: [], funding: [], statedMoneyMillions: null }).map(({ field }) => field)).toEqual([
      'summary', 'outcomes.o1', 'contributions.education', 'nothing',
    ]);
  });

  it('says of each line how it stands to last year’s plan', () => {
    const sinceLastYear = { reference: 'DP-2025-3333', coversLabel: '2025 to 2026', version: 1, marks: { summary: 'unchanged' as const, 'funding.f1': 'changed' as const }, gone: [] };
    const titles = answerRows({ ...PLAN, sinceLastYear }).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Summary (unchanged since 2025 to 2026)', 'Funding: Tutors (changed since 2025 to 2026)', 'Outcome: Pupils catch up']));
  });
});
