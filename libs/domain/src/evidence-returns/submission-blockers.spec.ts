import { describe, expect, it } from '@jest/globals';
import type { EvidenceReturnAnswers } from './evidence-return-content.js';
import { EVIDENCE_RETURN_SECTIONS, NO_ANSWERS } from './evidence-return-content.js';
import { evidenceReturnBlockers } from './submission-blockers.js';

const COMPLETE: EvidenceReturnAnswers = { ...NO_ANSWERS, narrative: 'Hubs opened.', rating: 'amber', ratingReason: 'Half are late.', nextSteps: 'Open the rest.' };
const LONG = 'a'.repeat(5001);

describe('what stands against sending a return', () => {
  it.each<[string, Partial<EvidenceReturnAnswers>, [string, string][]]>([
    ['nothing when complete', {}, []],
    ['no narrative', { narrative: '' }, [['narrative-missing', 'narrative']]],
    ['a narrative of blanks', { narrative: ' \n ' }, [['narrative-missing', 'narrative']]],
    ['no rating', { rating: null }, [['rating-missing', 'rating']]],
    ['a rating without its reason', { ratingReason: '' }, [['rating-reason-missing', 'ratingReason']]],
    ['no next steps', { nextSteps: '' }, [['next-steps-missing', 'nextSteps']]],
    ['a comment that is too long', { figuresComment: LONG }, [['too-long', 'figuresComment']]],
    ['a narrative that is just short enough', { narrative: 'a'.repeat(5000) }, []],
    [
      'all at once',
      { narrative: '', rating: null, ratingReason: '', nextSteps: LONG },
      [['narrative-missing', 'narrative'], ['rating-missing', 'rating'], ['rating-reason-missing', 'ratingReason'], ['too-long', 'nextSteps']],
    ],
  ])('%s', (_, answers, expected) => {
    const blockers = evidenceReturnBlockers({ ...COMPLETE, ...answers });
    expect(blockers.map(({ code, field }) => [code, field])).toEqual(expected);
    expect(blockers.every(({ section }) => EVIDENCE_RETURN_SECTIONS.some(({ key }) => key === section))).toBe(true);
  });
});
