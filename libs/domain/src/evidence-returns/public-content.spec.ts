import { describe, expect, it } from '@jest/globals';
import { type GivenContribution, readEvidenceReturn } from './evidence-return-content.js';
import { publicContent } from './public-content.js';

const departure = { target: 'ks2', value: '63%', period: '2025/26', reason: 'Later.', source: 'DfE', clearedBy: '' };

describe('what everybody may read of an accepted return', () => {
  it.each([
    ['a published source', null, 1],
    ['a source that came before', '2026-12-14', 1],
    ['a source of today', '2026-12-15', 1],
    ['a source of tomorrow', '2026-12-16', 0],
  ])('holds a figure from %s: %s, %d', (_, unpublishedUntil, count) => {
    expect(publicContent(readEvidenceReturn({ narrative: 'x', departures: [{ ...departure, unpublishedUntil }] }), '2026-12-15')).toEqual(
      readEvidenceReturn({ narrative: 'x', departures: count === 1 ? [{ ...departure, unpublishedUntil }] : [] }),
    );
  });

  const asked = { id: 'c1', organisation: 'Leeds City Council', question: 'What of the hubs?', about: 'The whole return' };
  const item = { kind: 'evaluation', strength: 'moderate', claim: 'Attendance rose.', source: 'Leeds survey', page: 'page 4', link: '' } as const;
  const shown = (contribution: Omit<GivenContribution, keyof typeof asked>): unknown =>
    publicContent(readEvidenceReturn({ contributions: [{ ...asked, ...contribution }] }), '2026-12-15').contributions;

  it.each<[string, Omit<GivenContribution, keyof typeof asked>]>([
    ['asked', { status: 'asked', answer: '' }],
    ['declined', { status: 'declined', answer: '', reason: 'It is the county’s.' }],
    ['not given', { status: 'not-given', answer: '' }],
    ['given and not quoted', { status: 'given', answer: 'For you alone.', quoted: false, evidence: [{ id: 'e', ...item }] }],
    ['given before there was quoting', { status: 'given', answer: 'For you alone.' }],
    ['quoted, yet taken back', { status: 'asked', answer: '', quoted: true }],
  ])('holds nothing of a contribution that is %s', (_, contribution) => {
    expect(shown(contribution)).toEqual([]);
  });

  it('holds a quoted contribution whole, without its keys', () => {
    expect(shown({ status: 'given', answer: 'Hubs opened.', quoted: true, reason: 'First declined.', evidence: [{ id: 'e', ...item }] })).toEqual([
      { organisation: 'Leeds City Council', question: 'What of the hubs?', about: 'The whole return', status: 'given', answer: 'Hubs opened.', quoted: true, evidence: [item] },
    ]);
  });
});
