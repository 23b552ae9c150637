import { contributionTo, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { type DoneFacts, type DroppedFacts, type PlannedFacts } from '#domain/reports/mission-facts.js';
import { isAsFirstPublished } from '#features/missions/target-definition.js';
import { type Target } from '#features/missions/target.entity.js';
import { type AcceptedRow } from './report-records.queries.js';

/** What was done, by an accepted return. */
export function deliveryFacts({ reference, organisation, covers, content }: AcceptedRow): DoneFacts {
  const { narrative, nil, lastSteps } = readEvidenceReturn(content);
  return { reference, organisation, covers, narrative: nil && narrative === '' ? 'A nil return: nothing new was published since the last one.' : narrative, steps: lastSteps.flatMap(({ outcome, promised }) => (outcome === 'done' ? [promised] : [])) };
}

/** What is planned: of a plan for a mission, of a return its next steps. @param mission slug; of plans alone */
export function plannedFacts(row: AcceptedRow, mission?: string | number): PlannedFacts[] {
  const { reference, organisation, covers, kind, content } = row;
  const text = kind === 'delivery-plan' ? plannedText(content, String(mission)) : nextSteps(content);
  return text === '' ? [] : [{ reference, organisation, covers, text }];
}

/** What a return says was dropped, and where the department departs from the figures. */
export function stepFacts({ reference, content }: AcceptedRow): DroppedFacts[] {
  const { lastSteps, departures } = readEvidenceReturn(content);
  return [
    ...lastSteps.flatMap(({ outcome, promised, what }) => (outcome === 'dropped' ? [{ what: `Step dropped: ${promised}`, why: what, source: reference }] : [])),
    ...departures.map(({ target, value, period, reason }) => ({ what: `Figure of the department’s own for ${target}: ${value} (${period})`, why: reason, source: reference })),
  ];
}

/** What a department's plan had in the year before and has no more: a priority that was removed. */
export function removedFacts({ reference, content }: AcceptedRow, mission: string): DroppedFacts[] {
  const { missions, sinceLastYear } = readDeliveryPlan(content);
  if (!sinceLastYear || !missions.some(({ slug, part }) => slug === mission && part === 'led')) return [];
  return sinceLastYear.gone.map((title) => ({ what: `Removed from the department’s plan: ${title}`, why: `It stood in ${sinceLastYear.reference} and is in this plan no more; the plan gives no reason.`, source: reference }));
}

/** Targets that ask for something else than when they were first published. */
export function changedTargets(targets: readonly Target[]): DroppedFacts[] {
  return targets
    .filter((target) => !isAsFirstPublished(target))
    .toSorted((one, other) => one.position - other.position)
    .map(({ title, note }) => ({ what: `Target changed since it was first published: ${title}`, why: note ?? 'No reason is recorded.', source: 'The framework' }));
}

function plannedText(content: AcceptedRow['content'], mission: string): string {
  const { contribution, policies } = contributionTo(readDeliveryPlan(content).contributions, mission);
  return [contribution, policies].filter((text) => text.trim() !== '').join('\n\n');
}

function nextSteps(content: AcceptedRow['content']): string {
  const { nextSteps: words, steps } = readEvidenceReturn(content);
  return [words, ...steps.map(({ action, owner, dueOn }) => `${action} (${owner}, by ${dueOn})`)].filter((text) => text.trim() !== '').join('\n');
}
