import type { Refusal } from '#domain/workflow/transition-table.js';
import { type FactCheckReplyState, LONGEST_FACT_CHECK_REPLY } from './report-status.js';

/** What stands against saving or sending a right of reply. */
export function replyRefusals({ text, state, windowOpen }: { text: string; state: FactCheckReplyState; windowOpen: boolean }): Refusal[] {
  if (!windowOpen) return [{ code: 'not-open', message: 'The fact-check is not open' }];
  if (state === 'sent' || state === 'no-reply') return [{ code: 'not-from-here', message: 'The reply has been sent' }];
  if (text.trim() === '') return [{ code: 'text-missing', message: 'Enter the reply', field: 'text' }];
  if (text.length <= LONGEST_FACT_CHECK_REPLY) return [];
  return [{ code: 'text-too-long', message: `The reply must be ${LONGEST_FACT_CHECK_REPLY.toLocaleString('en-GB')} characters or less`, field: 'text' }];
}
