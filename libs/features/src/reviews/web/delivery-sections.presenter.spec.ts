import { describe, expect, it } from '@jest/globals';
import { readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { type DeliveredContent, sectionTextsOf } from '#domain/reviews/delivery-facts.js';
import { type DeliveredVersion, type EarlierDelivery } from '../deliveries.queries.js';
import { deliverySections, promisesBeside } from './delivery-sections.presenter.js';

const contentOf = (narrative: string, nextSteps = 'Open ten more.'): DeliveredContent => ({
  kind: 'evidence-return',
  content: readEvidenceReturn({ narrative, rating: 'amber', ratingReason: 'Because.', nextSteps }),
});
const version = (delivered: DeliveredContent): DeliveredVersion => ({
  id: 'v',
  number: 2,
  submittedAt: new Date('2026-11-23T09:00:00Z'),
  delivered,
  sections: sectionTextsOf(delivered),
});
const earlier = (delivered: DeliveredContent, promises = [{ title: 'Next steps', text: 'Open ten more.' }]): EarlierDelivery => ({
  reference: 'ER-2025-7K3D',
  label: 'April 2024 to March 2025',
  number: 1,
  accepted: true,
  delivered,
  sections: sectionTextsOf(delivered),
  promises,
});

describe('what was delivered', () => {
  it('stands alone as a first version', () => {
    const { intro, sections } = deliverySections(version(contentOf('Clinics opened.')), null);
    expect(intro).toBe('This is the first version.');
    const written = sections.filter(({ text }) => text !== '');
    expect(written.map(({ title, tag, text, beside }) => [title, tag, text, beside])).toEqual([
      ['Narrative', undefined, 'Clinics opened.', undefined],
      ['Own rating', undefined, 'Amber\n\nBecause.', undefined],
      ['Next steps', undefined, 'Open ten more.', undefined],
    ]);
  });

  it('stands beside the version before it where it differs, word by word', () => {
    const { sections } = deliverySections(version(contentOf('Clinics opened late.')), earlier(contentOf('Clinics opened.')));
    const changed = sections.filter(({ tag }) => tag?.text !== 'Not changed');
    expect(changed.map(({ title, tag }) => [title, tag?.text])).toEqual([['Narrative', 'Changed']]);
    const { beside } = changed[0] ?? {};
    expect(beside).toMatchObject({ beforeTitle: 'Version 1', nowTitle: 'Version 2 (now)' });
    expect(beside?.before.map(({ text }) => text).join('')).toBe('Clinics opened.');
    expect(beside?.now.map(({ text }) => text).join('')).toBe('Clinics opened late.');
    expect(beside?.before.some(({ kind }) => kind === 'added')).toBe(false);
    expect(beside?.now.some(({ kind }) => kind === 'removed')).toBe(false);
  });
});

describe('promises of last time', () => {
  it('stand beside what is said now', () => {
    expect(promisesBeside(contentOf('', 'Twenty are open.'), earlier(contentOf('')))).toEqual({
      thenTitle: 'For April 2024 to March 2025',
      reference: 'ER-2025-7K3D',
      pairs: [{ title: 'Next steps', then: 'Open ten more.', now: 'Twenty are open.' }],
      steps: [],
    });
  });

  it('stand beside nothing where nothing is said now', () => {
    const promised = earlier(contentOf(''), [{ title: 'Mission 7: Health', text: 'Clinics' }]);
    expect(promisesBeside(contentOf(''), promised)?.pairs).toEqual([{ title: 'Mission 7: Health', then: 'Clinics', now: '' }]);
  });

  it('are none where nothing was delivered before', () => {
    expect(promisesBeside(contentOf(''), null)).toBeUndefined();
  });
});
