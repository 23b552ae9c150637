import { describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { taskList } from './show-evidence-return.presenter.js';

const EMPTY: EvidenceReturnContent = readEvidenceReturn({});
const statusOf = (content: EvidenceReturnContent): string[] => taskList('id', content).map(({ status }) => ('tag' in status ? status.tag.text : status.text));

describe('the task list', () => {
  it.each<[string, Partial<EvidenceReturnContent>, string[]]>([
    ['nothing yet', {}, ['Filled in: comment if you want', 'Not started', 'Not started', 'Not started', 'Cannot send yet']],
    ['a comment', { figuresComment: 'Revised soon.' }, ['Completed', 'Not started', 'Not started', 'Not started', 'Cannot send yet']],
    ['a rating without its reason', { rating: 'red' }, ['Filled in: comment if you want', 'Not started', 'Incomplete', 'Not started', 'Cannot send yet']],
    ['a reason without its rating', { ratingReason: 'Late.' }, ['Filled in: comment if you want', 'Not started', 'Incomplete', 'Not started', 'Cannot send yet']],
    ['all', { narrative: 'a', rating: 'red', ratingReason: 'b', nextSteps: 'c' }, ['Filled in: comment if you want', 'Completed', 'Completed', 'Completed', 'Ready']],
  ])('with %s', (_, answers, expected) => {
    expect(statusOf({ ...EMPTY, ...answers })).toEqual(expected);
  });

  it('marks a section that was sent back and not changed since', () => {
    const [figures, narrative] = taskList('id', { ...EMPTY, narrative: 'a' }, new Set(['Narrative']));
    expect([figures?.status, narrative?.status]).toEqual([
      { text: 'Filled in: comment if you want' },
      { tag: { text: 'Changes asked for', classes: 'govuk-tag--yellow' } },
    ]);
  });

  it('leads to each section and to the check', () => {
    expect(taskList('id', EMPTY).map(({ href }) => href?.split('/').at(-1))).toEqual(['figures', 'narrative', 'rating', 'next-steps', 'check']);
  });
});
