import { describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { answerRows } from './evidence-return-answers.js';

const STEP = { id: 's', action: 'Open hubs', owner: 'Director', dueOn: '2027-01-31' };

describe('the answers of a return as rows', () => {
  it.each<[string, Partial<EvidenceReturnContent>, string[]]>([
    ['a text and no steps', { nextSteps: 'More.' }, ['nextSteps']],
    ['a text and steps', { nextSteps: 'More.', steps: [STEP] }, ['nextSteps', 'steps.s']],
    ['steps and no text', { nextSteps: ' ', steps: [STEP] }, ['steps.s']],
    ['neither, which is to be seen', {}, ['nextSteps']],
  ])('show of the next steps %s', (_, content, fields) => {
    expect(answerRows(readEvidenceReturn(content)).map(({ field }) => field).filter((field) => /^(nextSteps|steps)/.test(field))).toEqual(fields);
  });
});
