import { describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { taskList } from './task-list.presenter.js';

const EMPTY: EvidenceReturnContent = readEvidenceReturn({});
const statusOf = (content: EvidenceReturnContent): string[] => taskList('id', content).map(({ status }) => ('tag' in status ? status.tag.text : status.text));

const FIGURES = 'Filled in: comment if you want';
const NONE = 'None yet (optional)';
const step = { step: 's1', promised: 'Open hubs.', owner: 'Ada', dueOn: '2026-01-01', due: true, outcome: null, what: '' };

describe('the task list', () => {
  // figures, narrative, evidence, rating, risks, last steps, next steps, contributions, attachments, check
  it.each<[string, Partial<EvidenceReturnContent>, string[]]>([
    ['nothing yet', {}, [FIGURES, 'Not started', NONE, 'Not started', NONE, 'Nothing to answer', 'Not started', NONE, NONE, 'Cannot send yet']],
    ['a comment', { figuresComment: 'Revised soon.' }, ['Completed', 'Not started', NONE, 'Not started', NONE, 'Nothing to answer', 'Not started', NONE, NONE, 'Cannot send yet']],
    ['a rating without its reason', { rating: 'red' }, [FIGURES, 'Not started', NONE, 'Incomplete', NONE, 'Nothing to answer', 'Not started', NONE, NONE, 'Cannot send yet']],
    ['a reason without its rating', { ratingReason: 'Late.' }, [FIGURES, 'Not started', NONE, 'Incomplete', NONE, 'Nothing to answer', 'Not started', NONE, NONE, 'Cannot send yet']],
    ['a step to answer', { lastSteps: [step] }, [FIGURES, 'Not started', NONE, 'Not started', NONE, 'Not started', 'Not started', NONE, NONE, 'Cannot send yet']],
    ['a step half answered', { lastSteps: [{ ...step, outcome: 'late' }] }, [FIGURES, 'Not started', NONE, 'Not started', NONE, 'Incomplete', 'Not started', NONE, NONE, 'Cannot send yet']],
    [
      'all',
      {
        narrative: 'a', rating: 'red', ratingReason: 'b', nextSteps: 'c', lastSteps: [{ ...step, outcome: 'done', what: 'Opened.' }],
        risks: [{ id: 'r1', risk: 'No staff', impact: 4, likelihood: 3, proximity: 'now', owner: 'Ada', response: 'Hire.' }],
      },
      [FIGURES, 'Completed', NONE, 'Completed', '1 added', 'Completed', 'Completed', NONE, NONE, 'Ready'],
    ],
    ['a nil return that lacks all', { nil: true }, ['Incomplete', 'Cannot send yet']],
    ['a nil return', { nil: true, narrative: 'a', rating: 'red', ratingReason: 'b' }, ['Completed', 'Ready']],
  ])('with %s', (_, answers, expected) => {
    expect(statusOf({ ...EMPTY, ...answers })).toEqual(expected);
  });

  it('marks a section that was sent back and not changed since', () => {
    const [figures, narrative] = taskList('id', { ...EMPTY, narrative: 'a' }, { asked: new Set(['Narrative']) });
    expect([figures?.status, narrative?.status]).toEqual([
      { text: FIGURES },
      { tag: { text: 'Changes asked for', classes: 'govuk-tag--yellow' } },
    ]);
  });

  it('leads to each section that has pages, and to the check', () => {
    const tasks = taskList('id', EMPTY, { sections: ['figures', 'evidence', 'last-steps'] });
    expect(tasks.map(({ href }) => href?.split('/').at(-1))).toEqual(['figures', 'evidence', 'last-steps', 'check']);
  });
});
