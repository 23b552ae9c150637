import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { type DeliveryPlanAnswers, type DeliveryPlanContent, isPlanned, type PlannedContribution } from '#domain/delivery-plans/delivery-plan-content.js';
import { lineRefusals } from '#domain/delivery-plans/plan-line-refusals.js';
import { MOST_LINES, type PlanDependency, type PlanLine, type PlanList, type PlanLists, type PlanMetric, type PlanPolicy } from '#domain/delivery-plans/plan-lists.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DeliveryPlansService, type OpenedPlan, type PlanChange } from './delivery-plans.service.js';
import { deliveryPlansWords as words } from './delivery-plans.words.js';
import { addressed, catalogued } from './plan-names.js';

/** Adds, changes and removes the lines of a draft, one at a time. */
@Injectable()
export class PlanLinesService {
  constructor(private readonly plans: DeliveryPlansService) {}

  /**
   * Adds a line, or changes the one of the same id.
   * @param line with the id '' where it is new
   * @throws ApplicationError 422 naming each field that cannot be saved, 404 for a line that is not in the list.
   */
  async put<List extends PlanList>(actor: Actor, opened: OpenedPlan, list: List, line: PlanLine<List>): Promise<Submission> {
    return this.plans.change(actor, opened, async (content, { tx, submission }) => {
      const named = await this.named(tx, submission, list, line, content);
      const lines: readonly PlanLine[] = content[list];
      if (line.id !== '' && !lines.some(({ id }) => id === line.id)) throw ApplicationError.notFound(words.aLine);
      if (line.id === '' && lines.length >= MOST_LINES) throw ApplicationError.invalid([{ code: 'too-many-lines', message: words.tooManyLines(MOST_LINES) }]);
      const refusals = lineRefusals(list, named, content).filter(({ essential }) => essential);
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      return withLine(list, lines as PlanLists[List], named);
    });
  }

  /** @throws ApplicationError 404 for a line that is not in the list. */
  async remove(actor: Actor, opened: OpenedPlan, list: PlanList, id: string): Promise<Submission> {
    return this.plans.change(actor, opened, (content) => {
      const lines: readonly PlanLine[] = content[list];
      if (!lines.some((line) => line.id === id)) throw ApplicationError.notFound(words.aLine);
      const rest = { [list]: lines.filter((line) => line.id !== id) } as Partial<DeliveryPlanAnswers>;
      return list === 'policies' ? { ...rest, milestones: content.milestones.filter(({ policy }) => policy !== id) } : rest;
    });
  }

  /** Writes the line of one mission; an empty one is taken out. @throws ApplicationError 404 for a mission that the department has no part in. */
  async contribute(actor: Actor, opened: OpenedPlan, line: PlannedContribution): Promise<Submission> {
    return this.plans.change(actor, opened, ({ contributions, missions }) => {
      const mission = missions.find(({ slug }) => slug === line.mission);
      if (!mission) throw ApplicationError.notFound(words.aMission);
      const clauses = (line.clauses ?? []).filter((key) => mission.clauses?.some((clause) => clause.key === key));
      const written = isPlanned(line) || clauses.length > 0 ? [{ ...line, clauses }] : [];
      const others = contributions.filter((other) => other.mission !== line.mission);
      return { contributions: inOrderOfMissions([...others, ...written], missions) };
    });
  }

  /** Metrics and departments by the names of today; clauses of another mission fall away. */
  private async named<List extends PlanList>(tx: Transaction, submission: Submission, list: List, line: PlanLine<List>, content: DeliveryPlanContent): Promise<PlanLine<List>> {
    if (list === 'metrics') return oneOf(await catalogued(tx, [line as PlanMetric]), line as PlanMetric) as PlanLine<List>;
    if (list === 'dependencies') return oneOf(await addressed(tx, submission, [line as PlanDependency]), line as PlanDependency) as PlanLine<List>;
    if (list !== 'policies') return line;
    const policy = line as PlanPolicy;
    const known = content.missions.find(({ slug }) => slug === policy.mission)?.clauses ?? [];
    return { ...policy, clauses: policy.clauses.filter((key) => known.some((clause) => clause.key === key)) } as PlanLine<List>;
  }
}

/** A new line gets its id and stands last; a changed one keeps its place. */
function withLine<List extends PlanList>(list: List, lines: PlanLists[List], line: PlanLine<List>): Awaited<ReturnType<PlanChange>> {
  const all = lines as readonly PlanLine[];
  const changed = line.id === '' ? [...all, { ...line, id: randomUUID().slice(0, 8) }] : all.map((old) => (old.id === line.id ? line : old));
  return { [list]: changed } as Partial<DeliveryPlanAnswers>;
}

/** What no register has, at the field of the one line that was sent. @throws ApplicationError 422 */
function oneOf<Line>({ lines: [line], refusals }: { lines: Line[]; refusals: Refusal[] }, sent: Line): Line {
  if (refusals.length > 0) throw ApplicationError.invalid(refusals.map((refusal) => ({ ...refusal, field: refusal.field?.split('.').at(-1) ?? '' })));
  return line ?? sent;
}

/** Contributions as the missions stand in the plan; those of a mission that it has no part in come last. */
export function inOrderOfMissions(lines: readonly PlannedContribution[], missions: DeliveryPlanContent['missions']): PlannedContribution[] {
  const order = new Map(missions.map(({ slug }, index) => [slug, index]));
  return [...lines].sort((left, right) => (order.get(left.mission) ?? order.size) - (order.get(right.mission) ?? order.size));
}
