import { describe, expect, it } from '@jest/globals';
import { contactOf, securityText } from './security-text.js';

describe('security.txt', () => {
  // 23 November 2026 and 180 days: 7 left of November, 31, 31, 28, 31, 30 make 158, so the 22nd of May
  it('holds the four fields, and expires within the year', () => {
    const text = securityText({ contact: 'mailto:security@example.org', baseUrl: 'https://waymark.example.org', path: '/.well-known/security.txt', now: new Date('2026-11-23T15:00:00Z') });
    expect(text).toBe(
      'Contact: mailto:security@example.org\r\nExpires: 2027-05-22T00:00:00Z\r\nPreferred-Languages: en, cy\r\nCanonical: https://waymark.example.org/.well-known/security.txt\r\n',
    );
  });

  it.each([
    ['https://example.org/report', 'x', 'https://example.org/report'],
    [undefined, 'Waymark <waymark@example.org>', 'mailto:waymark@example.org'],
    [undefined, 'waymark@example.org', 'mailto:waymark@example.org'],
  ])('of %s and %s gives %s', (set, from, contact) => expect(contactOf(set, from)).toBe(contact));
});
