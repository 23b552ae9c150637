import { Submission } from '#features/submissions/submission.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type NamedSubmission, named } from './cycle-notices.service.js';
import { DoneElsewhere } from './done-elsewhere.js';

/** Locks a submission for the clock and reads it with its names. @throws DoneElsewhere where it no longer is as the round saw it. */
export async function takeDue(tx: Transaction, id: string, stillDue: (submission: Submission) => boolean): Promise<NamedSubmission> {
  const locked = await tx.repository(Submission).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!locked || !stillDue(locked)) throw new DoneElsewhere();
  const [submission] = await named(tx, [id]);
  if (!submission) throw new DoneElsewhere();
  return submission;
}
