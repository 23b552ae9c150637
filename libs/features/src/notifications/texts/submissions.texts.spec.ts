import { describe, expect, it } from '@jest/globals';
import { SENT_FOR_SIGN_OFF, SIGN_OFF_DECLINED, type SubmissionNews, SUBMITTED, WITHDRAWN } from './submissions.texts.js';

const NEWS: SubmissionNews = {
  reference: 'ER-2026-7K3D',
  what: 'evidence return on Education for April to September 2026',
  dueOn: '2026-12-07',
  by: 'Ben Carter',
  reasons: [{ section: null, text: 'The figures are last year’s.' }, { section: 'rating', text: 'Too good.' }],
  titles: new Map([['rating', 'Own rating']]),
};
const ADDRESS = 'http://localhost:3000/evidence-returns/1';

describe('notices of the department’s moves', () => {
  it.each([
    [SENT_FOR_SIGN_OFF, 'For your sign-off: ER-2026-7K3D', 'It is due on 7 December 2026.'],
    [SIGN_OFF_DECLINED, 'Sign-off declined: ER-2026-7K3D', 'and says why:\n\nThe figures are last year’s.\n\nOwn rating: Too good.\n\n'],
    [SUBMITTED, 'Submitted: ER-2026-7K3D', 'Its reference is ER-2026-7K3D.'],
    [WITHDRAWN, 'Withdrawn: ER-2026-7K3D', 'It is still due on 7 December 2026'],
  ])('%#: “%s”', (text, subject, part) => {
    expect(text.subject(NEWS)).toBe(subject);
    const body = text.paragraphs(NEWS, ADDRESS).join('\n\n');
    expect(body).toContain(part);
    expect(body).toMatch(/^Ben Carter .*Education for April to September 2026/);
    expect(body.endsWith(ADDRESS)).toBe(true);
  });
});
