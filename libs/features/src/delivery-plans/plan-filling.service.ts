import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { type DeliveryPlanAnswers, type DeliveryPlanContent, isPlanned, type PlannedContribution } from '#domain/delivery-plans/delivery-plan-content.js';
import { planDraftRefusals, type WrittenPlanAnswers } from '#domain/delivery-plans/plan-draft-refusals.js';
import { PLAN_LISTS, type PlanLine } from '#domain/delivery-plans/plan-lists.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { DeliveryPlansService, type OpenedPlan } from './delivery-plans.service.js';
import { inOrderOfMissions } from './plan-lines.service.js';
import { namedLines } from './plan-names.js';

/** Writes many answers of a draft at once, as a department's own system does; held to the same rules as the pages. */
@Injectable()
export class PlanFillingService {
  constructor(private readonly plans: DeliveryPlansService) {}

  /**
   * Writes the answers that are given; the others stay, and a list is replaced whole. A policy that is left out takes its milestones
   * with it. The same answers again change nothing.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written, 422 with every
   * answer that may not lie in a draft.
   */
  async fill(actor: Actor, opened: OpenedPlan, written: WrittenPlanAnswers): Promise<Submission> {
    return this.plans.change(actor, opened, async (content, { tx, submission }) => {
      const { answers, refusals } = await namedLines(tx, submission, written);
      const all = [...planDraftRefusals(answers, content), ...refusals];
      if (all.length > 0) throw ApplicationError.invalid(all);
      return completed(answers, content);
    });
  }
}

/** With an id for each line, contributions in the order of the missions, and no milestone without its policy. */
function completed(written: WrittenPlanAnswers, content: DeliveryPlanContent): Partial<DeliveryPlanAnswers> {
  const lists = PLAN_LISTS.flatMap((list) => {
    const lines: readonly PlanLine[] | undefined = written[list];
    return lines ? [[list, withIds(lines, content[list])] as const] : [];
  });
  const answers: Partial<DeliveryPlanAnswers> = { ...written, ...Object.fromEntries(lists) };
  const { policies, milestones = content.milestones } = answers;
  return {
    ...answers,
    ...(policies ? { milestones: milestones.filter(({ policy }) => policies.some(({ id }) => id === policy)) } : {}),
    ...(answers.contributions ? { contributions: inOrderOfMissions(answers.contributions.filter(saysSomething), content.missions) } : {}),
  };
}

/** An empty line for a mission is none, as on its page. */
function saysSomething(line: PlannedContribution): boolean {
  return isPlanned(line) || (line.clauses ?? []).length > 0;
}

/** A line that comes without an id and says the same as one of the draft is that one; else it is new. */
function withIds(lines: readonly PlanLine[], known: readonly PlanLine[]): PlanLine[] {
  const left = known.filter(({ id }) => lines.every((line) => line.id !== id));
  return lines.map((line) => {
    if (line.id !== '') return line;
    const place = left.findIndex((old) => isDeepStrictEqual({ ...old, id: '' }, line));
    const [same] = place === -1 ? [] : left.splice(place, 1);
    return { ...line, id: same?.id ?? newLineId() };
  });
}

/** Short, for it stands in addresses; it has to be the only one of its list. */
function newLineId(): string {
  return randomUUID().slice(0, 8);
}
