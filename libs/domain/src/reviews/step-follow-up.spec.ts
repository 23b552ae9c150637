import { describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent, readEvidenceReturn, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { stepFindings, stepsFollowedUp } from './step-follow-up.js';

const last = readEvidenceReturn({
  nextSteps: 'Three things.',
  steps: [
    { id: 'a', action: 'Open hubs', owner: 'Ada Hill', dueOn: '2026-03-31' },
    { id: 'b', action: 'Hire teachers', owner: 'Ben Low', dueOn: '2026-06-30' },
    { id: 'c', action: 'Publish a study', owner: 'Cy Moor', dueOn: '2026-09-30' },
  ],
});
const outcome = (step: string, given: Partial<StepOutcome>): StepOutcome => ({ step, promised: '', owner: '', dueOn: null, due: true, outcome: null, what: '', ...given });
const now = (lastSteps: StepOutcome[]): EvidenceReturnContent => readEvidenceReturn({ lastSteps });

describe('what became of the steps of last time', () => {
  it('is matched by the step, whatever its words are now', () => {
    const followed = stepsFollowedUp(last, now([outcome('b', { promised: 'Other words', outcome: 'late', what: 'Nobody applied.' }), outcome('a', { outcome: 'done' })]));
    expect(followed.map((step) => [step.action, step.outcome, step.what])).toEqual([
      ['Open hubs', 'Done', ''],
      ['Hire teachers', 'Under way, late', 'Nobody applied.'],
      ['Publish a study', null, ''],
    ]);
    expect(stepFindings(followed, '2025/26')).toEqual(['Step “Publish a study”: promised for 2025/26, and nothing is said about it now.']);
  });

  it.each<[string, StepOutcome[], number]>([
    ['all answered', [outcome('a', { outcome: 'done' }), outcome('b', { outcome: 'done' }), outcome('c', { outcome: 'dropped', what: 'No money.' })], 0],
    ['one dropped without a word', [outcome('a', { outcome: 'done' }), outcome('b', { outcome: 'done' }), outcome('c', { outcome: 'dropped', what: ' ' })], 1],
    ['one named without an outcome', [outcome('a', { outcome: 'done' }), outcome('b', { outcome: 'done' }), outcome('c', { what: 'Soon' })], 1],
    ['none mentioned', [], 3],
  ])('%s', (_, lastSteps, findings) => {
    expect(stepFindings(stepsFollowedUp(last, now(lastSteps)), '2025/26')).toHaveLength(findings);
  });

  it('follows no text: that is compared by its words', () => {
    expect(stepsFollowedUp(readEvidenceReturn({ nextSteps: 'Open hubs.' }), now([]))).toEqual([]);
  });
});
