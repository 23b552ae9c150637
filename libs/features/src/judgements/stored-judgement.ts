import { type CauseOfChange } from '#domain/judgements/cause-of-change.js';
import { type CauseHints, type ComputedJudgement, type JudgementComponents } from '#domain/judgements/computed-judgement.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Target } from '#features/missions/target.entity.js';
import { type Judgement } from './judgement.entity.js';

/** What `Judgement.components` holds for a computed judgement: the numbers, the remarks, and what the next one is compared by. */
export interface StoredComponents extends JudgementComponents {
  readonly reasons: readonly string[];
  readonly causeHints: CauseHints;
  /** What the figures say of the target as it was first published, where it is not that any more. */
  readonly firstPublished?: FirstPublishedWord;
  /** Off track, but for a cause that opens no alert. */
  readonly alertWithheld?: boolean;
}

export interface FirstPublishedWord {
  readonly verdict: Verdict;
  readonly sentence: string;
}

export type JudgingReason = CauseOfChange | 'first';

/** The row of a computed judgement, but for its id. */
export function rowOf(
  target: Pick<Target, 'id' | 'missionId'>,
  found: ComputedJudgement,
  given: { cause: JudgingReason; alertWithheld: boolean; firstPublished?: FirstPublishedWord; releaseId?: number; at: Date; asOf: string },
): Omit<Judgement, 'id' | 'sequence' | 'mission' | 'target' | 'councilDecision'> {
  const components: StoredComponents = {
    ...found.components,
    reasons: found.reasons,
    causeHints: found.causeHints,
    ...(given.firstPublished ? { firstPublished: given.firstPublished } : {}),
    ...(given.alertWithheld ? { alertWithheld: true } : {}),
  };
  return {
    kind: 'computed',
    missionId: target.missionId,
    targetId: target.id,
    verdict: found.verdict,
    countsAs: found.countsAs,
    rating: null,
    sentence: found.sentence,
    method: found.method,
    methodVersion: found.methodVersion,
    components: { ...components },
    inputs: [...found.inputs],
    releaseIds: releasesOf(found.inputs),
    cause: given.cause,
    triggeredByRelease: given.releaseId ?? null,
    submissionVersionId: null,
    givenBy: null,
    councilDecisionId: null,
    givenAt: given.at,
    asOf: given.asOf,
  };
}

/** What a stored computed judgement is compared by. */
export function comparableOf(row: Judgement): Pick<ComputedJudgement, 'verdict' | 'causeHints' | 'inputs'> & { alertWithheld: boolean } {
  const { causeHints, alertWithheld } = componentsOf(row);
  return { verdict: verdictOf(row), causeHints, inputs: row.inputs, alertWithheld: alertWithheld ?? false };
}

/** A judgement is stored only when it says something else, asks something else, or stands on other cells, than the last one. */
export function saysTheSame(row: Judgement, found: ComputedJudgement, firstPublished?: FirstPublishedWord): boolean {
  return (
    row.verdict === found.verdict &&
    row.countsAs === found.countsAs &&
    row.methodVersion === found.methodVersion &&
    componentsOf(row).causeHints.rule === found.causeHints.rule &&
    row.sentence === found.sentence &&
    componentsOf(row).firstPublished?.sentence === firstPublished?.sentence &&
    row.inputs.join('\n') === found.inputs.join('\n')
  );
}

/** The components of a computed judgement's row. */
export function componentsOf(row: Judgement): StoredComponents {
  return row.components as unknown as StoredComponents;
}

/** @throws Error for a row without a word, which is a department's. */
export function verdictOf(row: Judgement): Verdict {
  if (!row.verdict) throw new Error(`judgement ${row.id} has no verdict`);
  return row.verdict;
}

/** Release ids of the cells, each once, in order. The key of a cell ends with its release. */
function releasesOf(inputs: readonly string[]): number[] {
  const ids = inputs.map((key) => Number(key.slice(key.lastIndexOf('/') + 1))).filter(Number.isInteger);
  return [...new Set(ids)].sort((a, b) => a - b);
}
