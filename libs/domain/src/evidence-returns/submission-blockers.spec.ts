import { describe, expect, it } from '@jest/globals';
import type { EvidenceReturnContent, StepOutcome } from './evidence-return-content.js';
import { EVIDENCE_RETURN_SECTIONS, readEvidenceReturn } from './evidence-return-content.js';
import { evidenceReturnBlockers } from './submission-blockers.js';

const COMPLETE = readEvidenceReturn({ narrative: 'Hubs opened.', rating: 'amber', ratingReason: 'Half are late.', nextSteps: 'Open the rest.' });
const LONG = 'a'.repeat(5001);
const STEP: StepOutcome = { step: 's1', promised: 'Open hubs', owner: 'Ada', dueOn: '2026-01-31', due: true, outcome: null, what: '' };
const EVIDENCE = { id: 'e1', kind: 'event', strength: 'weak', claim: 'It opened.', source: 'DfE', page: '', link: '', attachment: null } as const;
const DEPARTURE = { target: 'ks2', value: '63%', period: '2025/26', reason: 'Later.', source: 'DfE', unpublishedUntil: null, clearedBy: '' };
const RISK = { id: 'r1', risk: 'Staff', impact: 2, likelihood: 2, proximity: 'now', owner: 'Ada', response: 'Hire' } as const;

const found = (content: Partial<EvidenceReturnContent>): [string, string][] => {
  const blockers = evidenceReturnBlockers({ ...COMPLETE, ...content });
  expect(blockers.every(({ section }) => EVIDENCE_RETURN_SECTIONS.some(({ key }) => key === section))).toBe(true);
  return blockers.map(({ code, field }) => [code, field]);
};

describe('what stands against sending a return', () => {
  it.each([
    ['of years ago', '2024-03-31', { coversTo: '2026-09-30', dueOn: '2026-12-07' }, ['due-on-past']],
    ['of the day before its time ends', '2026-09-29', { coversTo: '2026-09-30', dueOn: '2026-12-07' }, ['due-on-past']],
    ['of the day on which it ends', '2026-09-30', { coversTo: '2026-09-30', dueOn: '2026-12-07' }, []],
    ['before its time ends, of a return that is due earlier still', '2026-12-31', { coversTo: '2027-03-31', dueOn: '2026-12-07' }, []],
  ])('a step %s', (_, dueOn, time, codes) => {
    const steps = [{ id: 's1', action: 'Open', owner: 'Ada', dueOn }];
    expect(evidenceReturnBlockers({ ...COMPLETE, steps }, time).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, Partial<EvidenceReturnContent>, [string, string][]]>([
    ['nothing when complete', {}, []],
    ['no narrative', { narrative: '' }, [['narrative-missing', 'narrative']]],
    ['a narrative of blanks', { narrative: ' \n ' }, [['narrative-missing', 'narrative']]],
    ['no rating', { rating: null }, [['rating-missing', 'rating']]],
    ['a rating without its reason', { ratingReason: '' }, [['rating-reason-missing', 'ratingReason']]],
    ['no next steps', { nextSteps: '' }, [['next-steps-missing', 'nextSteps']]],
    ['no text of next steps, but a step', { nextSteps: '', steps: [{ id: 's1', action: 'Open', owner: 'Ada', dueOn: '2027-01-31' }] }, []],
    ['a step without its owner', { steps: [{ id: 's1', action: 'Open', owner: '', dueOn: '2027-01-31' }] }, [['owner-missing', 'steps.s1']]],
    ['a comment that is too long', { figuresComment: LONG }, [['too-long', 'figuresComment']]],
    ['a narrative that is just short enough', { narrative: 'a'.repeat(5000) }, []],
    ['a narrative of too many words', { narrative: 'a '.repeat(1001) }, [['too-many-words', 'narrative']]],
    ['evidence that is not whole', { evidence: [{ ...EVIDENCE, source: '' }] }, [['source-missing', 'evidence.e1']]],
    ['evidence on a file that is gone', { evidence: [{ ...EVIDENCE, attachment: 'f1' }] }, [['attachment-gone', 'evidence.e1']]],
    ['a departure without its reason', { departures: [{ ...DEPARTURE, reason: '' }] }, [['reason-missing', 'departures.ks2']]],
    ['an unpublished figure that nobody cleared', { departures: [{ ...DEPARTURE, unpublishedUntil: '2026-12-01' }] }, [['cleared-by-missing', 'departures.ks2']]],
    ['a risk without its owner', { risks: [{ ...RISK, owner: '' }] }, [['owner-missing', 'risks.r1']]],
    ['a promise of which nothing is said', { lastSteps: [STEP] }, [['outcome-missing', 'lastSteps.s1']]],
    ['a promise that is not due, of which nothing is said', { lastSteps: [{ ...STEP, due: false }] }, [['outcome-missing', 'lastSteps.s1']]],
    ['a promise dropped without a reason', { lastSteps: [{ ...STEP, outcome: 'dropped' }] }, [['reason-missing', 'lastSteps.s1']]],
    ['a promise late without a reason', { lastSteps: [{ ...STEP, outcome: 'late' }] }, [['reason-missing', 'lastSteps.s1']]],
    [
      'all at once',
      { narrative: '', rating: null, ratingReason: '', nextSteps: LONG },
      [['narrative-missing', 'narrative'], ['rating-missing', 'rating'], ['rating-reason-missing', 'ratingReason'], ['too-long', 'nextSteps']],
    ],
  ])('%s', (_, content, expected) => {
    expect(found(content)).toEqual(expected);
  });

  const NIL = { nil: true, nextSteps: '' };
  it.each<[string, Partial<EvidenceReturnContent>, [string, string][]]>([
    ['nothing, without next steps', {}, []],
    ['no statement', { narrative: '' }, [['statement-missing', 'narrative']]],
    ['no rating', { rating: null }, [['rating-missing', 'rating']]],
    ['no reason', { ratingReason: '' }, [['rating-reason-missing', 'ratingReason']]],
    ['a promise that fell due', { lastSteps: [STEP] }, [['outcome-missing', 'lastSteps.s1']]],
    ['nothing for a promise that did not', { lastSteps: [{ ...STEP, due: false }] }, []],
    ['a promise that did not, half answered', { lastSteps: [{ ...STEP, due: false, outcome: 'late' }] }, [['reason-missing', 'lastSteps.s1']]],
    ['a release since', { newReleases: [{ publisher: 'DfE', fileName: 'ks2.csv', metric: 'Pupils', publishedOn: '2026-11-01' }] }, [['figures-published', 'narrative']]],
    ['a statement that is too long', { narrative: LONG }, [['too-long', 'narrative']]],
  ])('of a nil return: %s', (_, content, expected) => {
    expect(found({ ...NIL, ...content })).toEqual(expected);
  });

  it('names the item and its place', () => {
    const [blocker] = evidenceReturnBlockers({ ...COMPLETE, evidence: [EVIDENCE, { ...EVIDENCE, id: 'e2', claim: '' }] });
    expect(blocker?.message).toBe('Evidence 2: enter the one claim that it carries');
  });
});
