import { describe, expect, it } from '@jest/globals';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { type DecisionDraft, decisionBlockers, decisionsOpen, type Reviewer, reviewerBlockers } from './review-blockers.js';

const delivery = {
  organisationId: 'health',
  authors: ['olu', 'sam'],
  sections: [
    { key: 'narrative', title: 'Narrative' },
    { key: 'nextSteps', title: 'Next steps' },
  ],
};
const ada: Reviewer = { id: 'ada', roles: ['reviewer'], organisationId: 'council', homeOrganisationId: null };

describe('who may review a delivery', () => {
  it.each<[string, Partial<Reviewer>, string[]]>([
    ['a reviewer of the council', {}, []],
    ['a reviewer on secondment from another department', { homeOrganisationId: 'education' }, []],
    ['a council member without the role', { roles: ['council-member'] }, ['not-a-reviewer']],
    ['an administrator', { roles: ['administrator'] }, ['not-a-reviewer']],
    ['somebody of the department, whatever their role', { organisationId: 'health' }, ['own-department']],
    ['somebody on secondment from it', { homeOrganisationId: 'health' }, ['home-department']],
    ['whoever drafted it', { id: 'olu' }, ['own-words']],
    ['whoever signed it', { id: 'sam' }, ['own-words']],
    [
      'all at once, each named',
      { id: 'olu', roles: [], organisationId: 'health', homeOrganisationId: 'health' },
      ['not-a-reviewer', 'own-department', 'home-department', 'own-words'],
    ],
    ['a reviewer without an organisation', { organisationId: null }, []],
  ])('%s', (_, facts, codes) => {
    expect(reviewerBlockers({ ...ada, ...facts }, delivery).map(({ code }) => code)).toEqual(codes);
  });
});

describe('what a decision needs', () => {
  const sendBack = (...reasons: [string, string][]): DecisionDraft => ({
    decision: 'changes-requested',
    reasons: reasons.map(([section, text]) => ({ section, text })),
  });

  it.each<[string, boolean, DecisionDraft | undefined, [string, string?][]]>([
    ['nothing chosen yet and the checks have run', true, undefined, []],
    ['nothing chosen yet and they have not', false, undefined, [['checks-not-run']]],
    ['accepting', true, { decision: 'accepted', reasons: [] }, []],
    ['accepting before the checks have run', false, { decision: 'accepted', reasons: [] }, [['checks-not-run']]],
    [
      'accepting with a section sent back',
      true,
      { decision: 'accepted', reasons: [{ section: 'narrative', text: 'Why?' }] },
      [['reasons-with-acceptance', 'decision']],
    ],
    ['sending nothing back', true, sendBack(), [['no-sections', 'sections']]],
    ['sending a section back with its reason', true, sendBack(['narrative', 'The cause is not named.']), []],
    ['sending two back', true, sendBack(['narrative', 'Why?'], ['nextSteps', 'By when?']), []],
    ['a section without a reason', true, sendBack(['narrative', ' \n ']), [['reason-missing', 'reasons.narrative']]],
    ['a section that is not there', true, sendBack(['poetry', 'Why?']), [['unknown-section', 'sections']]],
    ['a section twice', true, sendBack(['narrative', 'Why?'], ['narrative', 'How?']), [['section-twice', 'sections']]],
    ['a reason of the longest length', true, sendBack(['narrative', 'x'.repeat(LONGEST_ANSWER)]), []],
    ['a longer one', true, sendBack(['narrative', 'x'.repeat(LONGEST_ANSWER + 1)]), [['reason-too-long', 'reasons.narrative']]],
    [
      'several faults, each named',
      false,
      sendBack(['narrative', ''], ['poetry', 'Why?'], ['nextSteps', '']),
      [['checks-not-run'], ['reason-missing', 'reasons.narrative'], ['unknown-section', 'sections'], ['reason-missing', 'reasons.nextSteps']],
    ],
    ['reservations in words', true, { decision: 'accepted-with-reservations', reasons: [{ section: null, text: 'The sample is small.' }] }, []],
    ['reservations without words', true, { decision: 'accepted-with-reservations', reasons: [{ section: null, text: ' ' }] }, [['reservations-missing', 'reservations']]],
    ['no reservations at all', true, { decision: 'accepted-with-reservations', reasons: [] }, [['reservations-missing', 'reservations']]],
    ['reservations beyond the longest', true, { decision: 'accepted-with-reservations', reasons: [{ section: null, text: 'x'.repeat(LONGEST_ANSWER + 1) }] }, [['reservations-too-long', 'reservations']]],
    ['reservations and a section', true, { decision: 'accepted-with-reservations', reasons: [{ section: null, text: 'Small.' }, { section: 'narrative', text: 'Why?' }] }, [['reasons-with-acceptance', 'decision']]],
    ['publishing unresolved too early', true, { decision: 'published-unresolved', reasons: [{ section: null, text: 'Nobody pays.' }] }, [['rounds-left', 'decision']]],
  ])('%s', (_, checksDone, draft, expected) => {
    const found = decisionBlockers({ delivery, checksDone, ...(draft ? { draft } : {}) });
    expect(found.map(({ code, field }) => (field === undefined ? [code] : [code, field]))).toEqual(expected);
  });
});

describe('what the round decides', () => {
  const unresolved: DecisionDraft = { decision: 'published-unresolved', reasons: [{ section: null, text: 'Nobody pays.' }] };
  const sendBack: DecisionDraft = { decision: 'changes-requested', reasons: [{ section: 'narrative', text: 'Why?' }] };

  it.each<[number, DecisionDraft, string[]]>([
    [0, sendBack, []],
    [1, sendBack, []],
    [2, sendBack, ['rounds-used-up']],
    [3, sendBack, ['rounds-used-up']],
    [1, unresolved, ['rounds-left']],
    [2, unresolved, []],
    [2, { decision: 'published-unresolved', reasons: [] }, ['unresolved-missing']],
    [2, { decision: 'accepted', reasons: [] }, []],
  ])('after %d rounds %j: %j', (roundsSentBack, draft, codes) => {
    expect(decisionBlockers({ delivery, checksDone: true, roundsSentBack, draft }).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[number, string[]]>([
    [0, ['accepted', 'accepted-with-reservations', 'changes-requested']],
    [1, ['accepted', 'accepted-with-reservations', 'changes-requested']],
    [2, ['accepted', 'accepted-with-reservations', 'published-unresolved']],
  ])('after %d rounds these are open: %j', (rounds, decisions) => {
    expect(decisionsOpen(rounds)).toEqual(decisions);
  });

  it('waits for an open question, whatever is decided', () => {
    expect(decisionBlockers({ delivery, checksDone: true, questionOpen: true, draft: sendBack }).map(({ code }) => code)).toEqual(['question-open']);
  });
});
