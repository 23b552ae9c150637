import { nothingStands, somethingStands } from './submission-refusals.js';
import type { SubmissionTransition } from './submission-workflow.js';

/** The arrows of both tables by which the window closes: what was never delivered stays not submitted, what was sent back and not delivered again is published as it is. */
export const WINDOW_CLOSING: readonly SubmissionTransition[] = [
  ...(['draft', 'awaiting-sign-off', 'withdrawn'] as const).map((from) => ({
    from,
    action: 'close-window' as const,
    to: 'not-submitted' as const,
    who: 'clock' as const,
    label: 'Close the window',
    refuse: somethingStands,
  })),
  ...(['draft', 'awaiting-sign-off', 'changes-requested'] as const).map((from) => ({
    from,
    action: 'close-unresolved' as const,
    to: 'published-unresolved' as const,
    who: 'clock' as const,
    label: 'Close the window',
    refuse: nothingStands,
  })),
];
