import { describe, expect, it } from '@jest/globals';
import { type LateSubmission, lateReportSentence, lateSubmissionFacts, lateSubmissionSentence, unansweredSentence } from './late-grounds.js';

const RETURN: LateSubmission = {
  reference: 'ER-2026-7K3D', kind: 'evidence-return', organisation: 'Department for Education', mission: 'Education', coversLabel: 'April 2025 to March 2026', dueOn: '2026-06-30', firstDueOn: '2026-05-31', extensions: 1,
};

describe('what is late', () => {
  it('a return and a plan, each with what it covers and when it was due', () => {
    expect(lateSubmissionSentence(RETURN)).toBe('Department for Education has not delivered its evidence return on Education for April 2025 to March 2026, which was due on 30 June 2026.');
    expect(lateSubmissionSentence({ ...RETURN, kind: 'delivery-plan', mission: null })).toBe('Department for Education has not delivered its delivery plan for April 2025 to March 2026, which was due on 30 June 2026.');
  });

  it('names the first date where more time was given', () => {
    expect(lateSubmissionFacts(RETURN).map(({ value }) => value)).toEqual(['ER-2026-7K3D', '30 June 2026', '31 May 2026', '1']);
    expect(lateSubmissionFacts({ ...RETURN, extensions: 0 }).map(({ value }) => value)).toEqual(['ER-2026-7K3D', '30 June 2026']);
  });

  it('an answer to an alert, and a report that the law asks for', () => {
    expect(unansweredSentence({ reference: 'AL-2026-7K3D', kind: 'Target off track', organisation: 'Department for Education', responseDueOn: '2026-06-29' })).toBe(
      'Department for Education has not answered alert AL-2026-7K3D (target off track); an answer was due by 29 June 2026.',
    );
    expect(lateReportSentence({ title: 'the annual report for 2025', owedBy: 'The Secretary of State', dueOn: '2026-07-31', basis: 'Levelling-up and Regeneration Act 2023' })).toBe(
      'The Secretary of State had to deliver the annual report for 2025 by 31 July 2026 (Levelling-up and Regeneration Act 2023), and has not.',
    );
  });
});
