import { describe, expect, it } from '@jest/globals';
import { readerOfLetter, submissionLetter, type SubmissionNews } from './submission-letters.js';

const NEWS: SubmissionNews = {
  reference: 'ER-2026-7K3D',
  what: 'evidence return on Education for April to September 2026',
  dueOn: '2026-12-07',
  by: 'Ben Carter',
  reasons: [{ section: null, text: 'The figures are last year’s.' }],
  address: 'http://localhost:3000/evidence-returns/1/sign-off',
};

describe('letters of the department’s moves', () => {
  it.each([
    ['send-for-sign-off', 'sro', 'For your sign-off: ER-2026-7K3D', 'It is due on 7 December 2026.'],
    ['decline', 'drafter', 'Sign-off declined: ER-2026-7K3D', 'and says why:\n\nThe figures are last year’s.\n\n'],
    ['submit', 'department', 'Submitted: ER-2026-7K3D', 'Its reference is ER-2026-7K3D.'],
  ] as const)('%s goes to the %s', (action, reader, subject, part) => {
    expect(readerOfLetter(action)).toBe(reader);
    const letter = submissionLetter(action, 'Helen Marsh', NEWS);
    expect(letter.subject).toBe(subject);
    expect(letter.body).toContain(part);
    expect(letter.body).toMatch(/^Dear Helen Marsh,\n\n.*Education for April to September 2026/);
    expect(letter.body.endsWith(`${NEWS.address}\n`)).toBe(true);
  });

  it.each(['save', 'start-review', 'accept', 'request-changes', 'withdraw', 'take-up'] as const)('%s has none', (action) => {
    expect(readerOfLetter(action)).toBeUndefined();
    expect(() => submissionLetter(action, 'Helen Marsh', NEWS)).toThrow(action);
  });
});
