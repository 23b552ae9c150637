import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import { ATTACHMENT_WORKFLOW, type AttachmentAction, type AttachmentState } from './attachment-workflow.js';

describe('the life of an attachment', () => {
  it('reaches every state and traps none', () => {
    expect(faultsOf(ATTACHMENT_WORKFLOW)).toEqual([]);
  });

  it.each<[AttachmentState, AttachmentAction, number[], string[] | undefined]>([
    ['ready', 'remove', [], []],
    ['ready', 'remove', [1, 2], ['delivered']],
    ['checking', 'remove', [1], ['delivered']],
    ['ready', 'leave-out', [1], []],
    ['ready', 'leave-out', [], ['not-delivered']],
    ['removed', 'take-back', [], undefined],
    ['checking', 'leave-out', [1], undefined],
  ])('%s, %s, delivered in %j: %j', (state, action, deliveredIn, codes) => {
    const arrow = transitionFor(ATTACHMENT_WORKFLOW, state, action, ['drafter']);
    expect(arrow && (arrow.refuse?.({ deliveredIn }) ?? []).map(({ code }) => code)).toEqual(codes);
  });

  it('leaves the scanner nothing but its answer', () => {
    expect(nextActions(ATTACHMENT_WORKFLOW, 'checking', ['scanner']).map(({ action }) => action)).toEqual(['pass', 'refuse']);
    expect(nextActions(ATTACHMENT_WORKFLOW, 'ready', ['scanner'])).toEqual([]);
  });
});
