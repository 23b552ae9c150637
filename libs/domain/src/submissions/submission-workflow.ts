import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import type { GivenReason, SubmissionAction, SubmissionPosition, SubmissionSection, SubmissionStatus } from './submission-status.js';

/** What the tables need to know to say why a move is refused. */
export interface SubmissionFacts {
  /** The person who moves. */
  readonly actorId: string;
  /** Everybody who saved any part of it, of any version. */
  readonly authorIds: readonly string[];
  /** The SRO in whose place the mover stands; absent for whoever moves in their own right. */
  readonly signsFor?: { readonly id: string; readonly name: string } | undefined;
  /** Who signed the last delivery. */
  readonly signedBy: string | null;
  /** Minister's clearance of these very words: not wanted by the department, given, or still missing. */
  readonly clearance: 'not-wanted' | 'given' | 'missing';
  /** The last day for a delivery has passed, though nobody may have closed the window yet. */
  readonly windowClosed: boolean;
  /** A delivery stands: given, and not withdrawn. */
  readonly standing: boolean;
  /** How often the council has sent it back with changes before. */
  readonly roundsSentBack: number;
  /** What the content still lacks. */
  readonly blockers: readonly Refusal[];
  /** The reasons given with this move. */
  readonly reasons: readonly GivenReason[];
  /** The parts that a reason may name. */
  readonly sections: readonly SubmissionSection[];
}

export type SubmissionWorkflow = TransitionTable<SubmissionStatus, SubmissionAction, SubmissionPosition, SubmissionFacts>;

/** One arrow of such a table. */
export type SubmissionTransition = SubmissionWorkflow['transitions'][number];
