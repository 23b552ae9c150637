import { describe, expect, it } from '@jest/globals';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { canBeShown, type DraftLinkState, stateOfLink } from './draft-link-state.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-23T09:00:01Z');

const OPEN = Object.assign(new Framework(), { closedAt: null });
const CLOSED = Object.assign(new Framework(), { closedAt: NOW });

describe('a link to a draft', () => {
  it('shows drafts and nothing else', () => {
    expect(SUBMISSION_STATES.filter((status) => canBeShown({ status, framework: OPEN }))).toEqual(['draft', 'awaiting-sign-off', 'changes-requested']);
  });

  it.each<[Date | null, Date, 'draft' | 'submitted', DraftLinkState]>([
    [null, LATER, 'draft', 'live'],
    [null, NOW, 'draft', 'expired'],
    [null, LATER, 'submitted', 'closed'],
    [NOW, LATER, 'draft', 'withdrawn'],
    [NOW, NOW, 'submitted', 'withdrawn'],
  ])('withdrawn %s, expiring %s, of one in state %s: %s', (withdrawnAt, expiresAt, status, state) => {
    expect(stateOfLink({ withdrawnAt, expiresAt }, { status, framework: OPEN }, NOW)).toBe(state);
  });

  it('shows nothing of a closed framework', () => {
    expect(SUBMISSION_STATES.filter((status) => canBeShown({ status, framework: CLOSED }))).toEqual([]);
    expect(stateOfLink({ withdrawnAt: null, expiresAt: LATER }, { status: 'draft', framework: CLOSED }, NOW)).toBe('closed');
  });
});
