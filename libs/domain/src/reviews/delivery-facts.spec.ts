import { describe, expect, it } from '@jest/globals';
import { readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { EVIDENCE_RETURN_SECTIONS, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { type DeliveredContent, missingFrom, promisesOf, ratingOf, sectionsOf, sectionTextsOf } from './delivery-facts.js';

const evidenceReturn: DeliveredContent = {
  kind: 'evidence-return',
  content: readEvidenceReturn({
    figuresComment: 'The newest figure is from before the programme.',
    narrative: 'Clinics opened.',
    rating: 'amber-green',
    ratingReason: 'Staff are in post.',
    nextSteps: 'Open ten more.',
  }),
};

const plan: DeliveredContent = {
  kind: 'delivery-plan',
  content: readDeliveryPlan({
    summary: 'What we will do.',
    missions: [
      { slug: 'health', number: 7, focusArea: 'Health', part: 'led' },
      { slug: 'skills', number: 6, focusArea: 'Skills', part: 'contributing' },
    ],
    contributions: [
      { mission: 'health', contribution: 'Prevention', policies: 'Clinics', moneyMillions: 1250.5 },
      { mission: 'skills', contribution: 'Training', policies: '', moneyMillions: null },
      { mission: 'gone', contribution: '', policies: 'Old', moneyMillions: null },
    ],
  }),
};

describe('a delivered evidence return', () => {
  it('is read section by section, the rating with its reason', () => {
    const texts = sectionTextsOf(evidenceReturn);
    expect(texts.map(({ key }) => key)).toEqual(EVIDENCE_RETURN_SECTIONS.map(({ key }) => key));
    expect(texts.filter(({ text }) => text !== '')).toEqual([
      { key: 'figures', title: 'Comment on the figures', text: 'The newest figure is from before the programme.' },
      { key: 'narrative', title: 'Narrative', text: 'Clinics opened.' },
      { key: 'rating', title: 'Own rating', text: 'Amber-green\n\nStaff are in post.' },
      { key: 'next-steps', title: 'Next steps', text: 'Open ten more.' },
    ]);
  });

  it('has a rating, and promises its next steps', () => {
    expect(ratingOf(evidenceReturn)).toBe('amber-green');
    expect(promisesOf(evidenceReturn)).toEqual([{ title: 'Next steps', text: 'Open ten more.' }]);
  });

  it('promises in words, not the dated steps, which are followed one by one', () => {
    const steps = [{ id: 'a', action: 'Open hubs', owner: 'Ada Hill', dueOn: '2027-03-31' }];
    const content = readEvidenceReturn({ nextSteps: 'Open ten more.', steps });
    expect(promisesOf({ kind: 'evidence-return', content })).toEqual([{ title: 'Next steps', text: 'Open ten more.' }]);
  });

  it('reads empty where nothing was written', () => {
    const content = readEvidenceReturn({});
    expect(sectionTextsOf({ kind: 'evidence-return', content }).filter(({ text }) => text !== '')).toEqual([]);
  });
});

describe('a delivered plan', () => {
  it('is read one line a mission, with the money and its sum', () => {
    expect(sectionTextsOf(plan)).toEqual([
      { key: 'summary', title: 'Summary', text: 'What we will do.' },
      { key: 'contributions.health', title: 'Mission 7: Health', text: 'Prevention\n\nClinics\n\nMoney: £1,250.5 million' },
      { key: 'contributions.skills', title: 'Mission 6: Skills', text: 'Training' },
      { key: 'contributions.gone', title: 'gone', text: 'Old' },
      // 1,250.5 is the only line with money.
      { key: 'money', title: 'Money over all missions', text: '£1,250.5 million' },
    ]);
  });

  it('has no rating, and promises its policies', () => {
    expect(ratingOf(plan)).toBeNull();
    expect(promisesOf(plan)).toEqual([
      { title: 'Mission 7: Health', text: 'Clinics' },
      { title: 'Mission 6: Skills', text: '' },
      { title: 'gone', text: 'Old' },
    ]);
  });
});

describe('the rules of a kind', () => {
  it.each([
    ['evidence-return', ['figures', 'narrative', 'evidence', 'rating', 'risks', 'last-steps', 'next-steps', 'contributions', 'attachments']],
    ['delivery-plan', ['summary', 'outcomes', 'contributions', 'metrics', 'policies', 'programmes', 'funding', 'staffing', 'dependencies', 'attachments']],
  ] as const)('%s can be sent back by section', (kind, keys) => {
    expect(sectionsOf(kind).map(({ key }) => key)).toEqual(keys);
  });

  it('say what is missing', () => {
    expect(missingFrom(evidenceReturn)).toEqual([]);
    const content = readEvidenceReturn({ narrative: 'Done.', rating: 'amber', ratingReason: 'Because.', nextSteps: ' ' });
    expect(missingFrom({ kind: 'evidence-return', content })).toEqual(['Enter what you will do next']);
    // The plan names a mission that the department has no part in.
    expect(missingFrom(plan)).toEqual(['The department has no part in the mission gone']);
  });
});
