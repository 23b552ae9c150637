import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { type DeliveryPlanContent, missionTitle, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { askOf, type DependencyAnswer, type DependencyStanding, dependencyStanding, isSameAsk } from '#domain/delivery-plans/dependency-answers.js';
import { type PlanDependency } from '#domain/delivery-plans/plan-lists.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { deliveryPlansWords as words } from './delivery-plans.words.js';
import { PlanDependencyAnswer } from './plan-dependency-answer.entity.js';
import { PlanDependencyRequest } from './plan-dependency-request.entity.js';

/** What was asked for a plan and what was answered, oldest first. */
export interface PlanDependencyRecord {
  requests: PlanDependencyRequest[];
  answers: DependencyAnswer[];
}

/** A line of another department's plan that counts on the reader's. */
export interface AskedDependency {
  submissionId: string;
  reference: string;
  /** The department whose plan it is. */
  department: string;
  organisationId: string;
  coversLabel: string;
  /** Asked from a draft that is not delivered: nothing else of it is shown. */
  fromDraft: boolean;
  line: PlanDependency;
  /** "Mission 5: Education"; null where it is for no single one. */
  mission: string | null;
  standing: DependencyStanding;
  /** Every answer to the line, oldest first. */
  answers: DependencyAnswer[];
  /** Changes with what is asked and with every answer: what a form has seen. */
  fingerprint: string;
}

type Found = Omit<AskedDependency, 'standing' | 'answers' | 'fingerprint'>;

/** Reads of what departments count on each other for. */
@Injectable()
export class PlanDependenciesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Nothing is read for a plan without dependencies. The caller has shown that the reader may read the plan. */
  async ofPlan(submissionId: string, { dependencies }: Pick<DeliveryPlanContent, 'dependencies'>): Promise<PlanDependencyRecord> {
    if (dependencies.length === 0) return { requests: [], answers: [] };
    const { manager } = this.dataSource;
    const requests = await manager.find(PlanDependencyRequest, { where: { submissionId }, order: { at: 'ASC' } });
    return { requests, answers: (await answersOf(manager, [submissionId])).get(submissionId) ?? [] };
  }

  /** What others count on the actor's department for: from what they have delivered, and from drafts that were sent for confirmation. */
  async countedOn(actor: Actor): Promise<AskedDependency[]> {
    requirePermission(actor, 'dependency.answer');
    return countedOn(this.dataSource.manager, await departmentOf(this.dataSource.manager, actor));
  }

  /** @throws ApplicationError 404 for a line that is not, or no longer, asked of the actor's department. */
  async one(actor: Actor, submissionId: string, dependency: string, manager = this.dataSource.manager): Promise<AskedDependency> {
    requirePermission(actor, 'dependency.answer');
    const asked = await countedOn(manager, await departmentOf(manager, actor));
    const found = asked.find((each) => each.submissionId === submissionId && each.line.id === dependency);
    if (!found) throw ApplicationError.notFound(words.dependencies.aDependency);
    return found;
  }
}

/** @throws ApplicationError 403 for somebody who is of no department. */
export async function departmentOf(manager: EntityManager, { organisationId }: Actor): Promise<Organisation> {
  const department = organisationId ? await manager.findOneBy(Organisation, { id: organisationId }) : null;
  if (department?.kind !== 'department') throw ApplicationError.forbidden(words.dependencies.notDepartment);
  return department;
}

/** Answers by plan, oldest first. */
export async function answersOf(manager: EntityManager, submissionIds: readonly string[]): Promise<Map<string, DependencyAnswer[]>> {
  if (submissionIds.length === 0) return new Map();
  const rows = await manager.find(PlanDependencyAnswer, { where: { submissionId: In([...submissionIds]) }, order: { sequence: 'ASC' } });
  const byPlan = new Map<string, DependencyAnswer[]>();
  for (const { submissionId, dependencyId, answeredName, asked, answer, reason, ownDate, at } of rows) {
    byPlan.set(submissionId, [...(byPlan.get(submissionId) ?? []), { dependency: dependencyId, asked, answer, reason, ownDate, by: answeredName, at }]);
  }
  return byPlan;
}

async function countedOn(manager: EntityManager, { slug }: Organisation): Promise<AskedDependency[]> {
  const [delivered, drafted] = [await deliveredTo(manager, slug), await draftedTo(manager, slug)];
  const key = ({ submissionId, line }: Found): string => `${submissionId} ${line.id}`;
  // A draft's newer wording takes the place of the delivered one as soon as it is asked.
  const all = [...new Map([...delivered, ...drafted].map((found) => [key(found), found])).values()];
  const answers = await answersOf(manager, [...new Set(all.map(({ submissionId }) => submissionId))]);
  return all.map((found) => {
    const given = (answers.get(found.submissionId) ?? []).filter(({ dependency }) => dependency === found.line.id);
    const fingerprint = createHash('sha256').update(JSON.stringify([askOf(found.line), given.length])).digest('hex').slice(0, 16);
    return { ...found, answers: given, standing: dependencyStanding(found.line, given), fingerprint };
  });
}

const HEAD = `s.id AS "submissionId", s.reference, s.organisation_id AS "organisationId", s.covers_label AS "coversLabel", o.name AS department`;

async function deliveredTo(manager: EntityManager, slug: string): Promise<Found[]> {
  const rows: (Omit<Found, 'line' | 'mission' | 'fromDraft'> & { content: Partial<DeliveryPlanContent> })[] = await manager.query(
    `SELECT ${HEAD}, jsonb_build_object('missions', v.content -> 'missions', 'dependencies', v.content -> 'dependencies') AS content
       FROM submissions s
       JOIN submission_versions v ON v.submission_id = s.id AND v.number = s.standing_version
       JOIN organisations o ON o.id = s.organisation_id
      WHERE s.kind = 'delivery-plan' AND v.content -> 'dependencies' @> $1::jsonb
      ORDER BY s.covers_from DESC, o.name`,
    [JSON.stringify([{ department: slug }])],
  );
  return rows.flatMap(({ content, ...head }) => {
    const { dependencies, missions } = readDeliveryPlan(content);
    const mine = dependencies.filter(({ department }) => department === slug);
    return mine.map((line) => ({ ...head, fromDraft: false, line, mission: line.mission === null ? null : missionTitle(missions, line.mission) }));
  });
}

/** Lines that a draft asks for: only in the very words that were sent for confirmation, and only while the draft still has them. */
async function draftedTo(manager: EntityManager, slug: string): Promise<Found[]> {
  const rows: (Omit<Found, 'line' | 'mission' | 'fromDraft'> & { asked: PlanDependency; dependency: string; dependencies: PlanDependency[]; number: number | null; area: string | null })[] = await manager.query(
    `SELECT ${HEAD}, r.asked, r.dependency_id AS dependency, p.dependencies, m.number, m.focus_area AS area
       FROM plan_dependency_requests r
       JOIN submissions s ON s.id = r.submission_id
       JOIN delivery_plans p ON p.submission_id = s.id
       JOIN organisations o ON o.id = s.organisation_id
       LEFT JOIN missions m ON m.framework_id = s.framework_id AND m.slug = r.asked ->> 'mission'
      WHERE r.department = $1 AND r.version_number IS NULL AND s.status IN ('draft', 'awaiting-sign-off', 'changes-requested')
      ORDER BY s.covers_from DESC, o.name, r.at`,
    [slug],
  );
  return rows.flatMap(({ asked, dependency, dependencies, number, area, ...head }) => {
    const line = dependencies.find(({ id }) => id === dependency);
    if (!line || !isSameAsk(asked, line)) return [];
    return [{ ...head, fromDraft: true, line, mission: number === null ? null : `Mission ${number}: ${area}` }];
  });
}
