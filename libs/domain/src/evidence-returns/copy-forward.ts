import type { EvidenceItem, EvidenceReturnAnswers, EvidenceReturnContent, NextStep, ReturnRisk, StepOutcome } from './evidence-return-content.js';
import { promisedSteps } from './last-steps.js';

/** What a new return takes over from the last one. */
export type CopiedAnswers = Pick<EvidenceReturnAnswers, 'narrative' | 'evidence' | 'risks' | 'steps'>;

/** The last return, and the last that was no nil return: a nil return has nothing to copy but what it left open. */
export interface CopySource {
  content: EvidenceReturnContent;
  full: EvidenceReturnContent;
}

/** Nothing is written yet but, perhaps, what became of the last steps: only then is nothing lost when the last return is taken over. */
export function isUntouched(answers: EvidenceReturnAnswers): boolean {
  const { nil, figuresComment, departures, narrative, evidence, rating, ratingReason, risks, nextSteps, steps } = answers;
  const lists = [departures, evidence, risks, steps];
  return !nil && rating === null && [figuresComment, narrative, ratingReason, nextSteps].every((text) => text === '') && lists.every(({ length }) => length === 0);
}

/**
 * Evidence, risks, narrative as a text to begin with, and the steps that the last return promised and that are not done. Items
 * keep their ids, so that they are known again; files stay with the return that they were attached to.
 * @param said what this return says of the last one's promises: what it calls done or dropped stays behind
 */
export function copiedForward({ full, content }: CopySource, said: readonly Pick<StepOutcome, 'step' | 'outcome'>[]): CopiedAnswers {
  const { narrative, evidence, risks, steps } = full;
  const ended = new Set(said.filter(({ outcome }) => outcome === 'done' || outcome === 'dropped').map(({ step }) => step));
  const open = new Set(promisedSteps(content).flatMap(({ step }) => (ended.has(step) ? [] : [step])));
  return {
    narrative,
    evidence: evidence.map((item) => ({ ...item, attachment: null })),
    risks: [...risks],
    steps: steps.filter(({ id }) => open.has(id)),
  };
}

/** Names of what reads as it did in the last return: `narrative`, `evidence.<id>`, `risks.<id>`, `steps.<id>`. */
export function asInLastReturn(now: EvidenceReturnContent, source: CopySource | null): Set<string> {
  if (!source) return new Set();
  const last = source.full;
  const narrative = now.narrative !== '' && now.narrative === last.narrative && !now.nil ? ['narrative'] : [];
  const evidence = same(now.evidence, last.evidence, evidenceFacts).map((id) => `evidence.${id}`);
  const risks = same(now.risks, last.risks, riskFacts).map((id) => `risks.${id}`);
  const steps = same(now.steps, last.steps, stepFacts).map((id) => `steps.${id}`);
  return new Set([...narrative, ...evidence, ...risks, ...steps]);
}

/** Ids of the items that stand in both with the same facts. */
function same<Item extends { id: string }>(now: readonly Item[], last: readonly Item[], factsOf: (item: Item) => unknown[]): string[] {
  const before = new Map(last.map((item) => [item.id, JSON.stringify(factsOf(item))]));
  return now.filter((item) => before.get(item.id) === JSON.stringify(factsOf(item))).map(({ id }) => id);
}

function evidenceFacts({ kind, strength, claim, source, page, link }: EvidenceItem): unknown[] {
  return [kind, strength, claim, source, page, link];
}

function riskFacts({ risk, impact, likelihood, proximity, owner, response }: ReturnRisk): unknown[] {
  return [risk, impact, likelihood, proximity, owner, response];
}

function stepFacts({ action, owner, dueOn }: NextStep): unknown[] {
  return [action, owner, dueOn];
}
