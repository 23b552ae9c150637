import { describe, expect, it } from '@jest/globals';
import { readEvidenceReturn } from './evidence-return-content.js';
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
});
