import { describe, expect, it } from '@jest/globals';
import { type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { answerRows } from './delivery-plan-answers.js';

const PLAN: DeliveryPlanContent = {
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
};

describe('a plan as a person reads it', () => {
  it('has the missions that it is about, and the money of all', () => {
    expect(answerRows(PLAN).map(({ title, text }) => `${title} = ${text}`)).toEqual([
      'Summary = Hubs and teachers.',
      'Education: contribution = Tutors',
      'Education: policies = Tutoring',
      'Education: planned money = £1,250.5 million',
      'Health: contribution = School meals',
      'Health: policies = ',
      'Health: planned money = ',
      'Planned money over all missions = £1,250.5 million',
    ]);
  });

  it('shows a led mission with nothing yet, and no sum of no money', () => {
    expect(answerRows({ ...PLAN, contributions: [] }).map(({ field }) => field)).toEqual([
      'summary', 'contributions.education.contribution', 'contributions.education.policies', 'contributions.education.moneyMillions',
    ]);
  });
});
