import { definitionOf } from '#features/missions/target-definition.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { type Target } from '#features/missions/target.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

type Recorded = Pick<TargetVersion, 'from' | 'reason' | 'setBy' | 'recordedBy' | 'recorderName' | 'interimReview' | 'whileOffTrack'>;

/** Before the first reset: what was published first, and what it had become since by a file that was loaded again. */
export async function keepFirst(tx: Transaction, target: Target, publishedOn: string): Promise<void> {
  if (await tx.repository(TargetVersion).existsBy({ targetId: target.id })) return;
  const of = { recordedBy: null, recorderName: 'Waymark', interimReview: null, whileOffTrack: false, targetId: target.id, recordedAt: tx.now };
  await tx.repository(TargetVersion).insert({ ...of, number: 1, definition: target.firstPublished as never, from: publishedOn, reason: 'As first published.', setBy: 'The framework' });
}

/** @param target as it is from now on, with its metric */
export async function keepVersion(tx: Transaction, target: Target, version: Recorded): Promise<void> {
  const versions = await tx.repository(TargetVersion).countBy({ targetId: target.id });
  await tx.repository(TargetVersion).insert({ ...version, targetId: target.id, number: versions + 1, definition: definitionOf(target, target.metric) as never, recordedAt: tx.now });
}
