import { describe, expect, it } from '@jest/globals';
import { type GivenContribution, readEvidenceReturn } from './evidence-return-content.js';
import { shownDraftContent } from './shown-draft-content.js';

const departure = { target: 'ks2', value: '63%', period: '2025/26', reason: 'Later.', source: 'DfE', clearedBy: 'Ann' };

describe('what the bearer of a link reads of a draft', () => {
  it.each<[string, Partial<GivenContribution>, boolean]>([
    ['given and quoted', { status: 'given', quoted: true }, true],
    ['given, not quoted', { status: 'given', quoted: false }, false],
    ['given, and nobody has said', { status: 'given' }, false],
    ['declined', { status: 'declined', reason: 'No time', quoted: true }, false],
    ['asked', { status: 'asked' }, false],
  ])('of a contribution %s', (_, given, isShown) => {
    const contribution: GivenContribution = { id: 'c1', organisation: 'Leeds', question: 'What?', answer: 'This.', status: 'given', ...given };
    expect(shownDraftContent(readEvidenceReturn({ contributions: [contribution] }), '2026-12-15').contributions).toEqual(isShown ? [contribution] : []);
  });

  it.each([[null, 1], ['2026-12-15', 1], ['2026-12-16', 0]])('of an own figure published on %s: %d', (unpublishedUntil, count) => {
    const content = readEvidenceReturn({ narrative: 'x', departures: [{ ...departure, unpublishedUntil }] });
    expect(shownDraftContent(content, '2026-12-15')).toEqual({ ...content, departures: content.departures.slice(0, count) });
  });
});
