import { Injectable } from '@nestjs/common';
import { type Actor, auditName, systemActor } from '#domain/access/permissions.js';
import { answerRefusals, askOf, type DependencyAnswerKind, isSameAsk } from '#domain/delivery-plans/dependency-answers.js';
import { lineRefusals } from '#domain/delivery-plans/plan-line-refusals.js';
import { type DeliveryPlanContent, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { Notices } from '#features/notifications/notices.service.js';
import { PLAN_DEPENDENCY_ANSWERED, PLAN_DEPENDENCY_ASKED } from '#features/notifications/texts/plans.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { DeliveryPlanContents } from './delivery-plan-contents.js';
import { type OpenedPlan } from './delivery-plans.service.js';
import { deliveryPlansPaths } from './delivery-plans.paths.js';
import { deliveryPlansWords } from './delivery-plans.words.js';
import { PlanDependenciesQueries, departmentOf } from './plan-dependencies.queries.js';
import { PlanDependencyAnswer } from './plan-dependency-answer.entity.js';
import { PlanDependencyRequest } from './plan-dependency-request.entity.js';

const words = deliveryPlansWords.dependencies;

/** What the other department says. */
export interface GivenAnswer {
  answer: string;
  reason: string;
  /** ISO date; '' where it names none. */
  ownDate: string;
  /** What stood on the page: other words by now, or an answer in between, is a conflict. */
  fingerprint: string;
}

/** A delivered plan whose dependencies nobody was told of yet. */
interface UntoldPlan {
  id: string;
  version: number;
  content: Partial<DeliveryPlanContent>;
}

/** Asks departments to confirm what plans count on them for, and takes their answers. Both are kept for ever. */
@Injectable()
export class PlanDependenciesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly contents: DeliveryPlanContents,
    private readonly queries: PlanDependenciesQueries,
    private readonly notices: Notices,
  ) {}

  /**
   * Sends one line of the draft to the other department for confirmation; nothing else of the draft is shown to it.
   * @throws ApplicationError 403 for another department's plan, 409 when it has changed meanwhile or was asked in these words
   * before, 422 where the line is not whole.
   */
  async ask(actor: Actor, { id, rowVersion }: OpenedPlan, dependency: string): Promise<void> {
    requirePermission(actor, 'submission.edit');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PLAN_DEPENDENCY_ASKED', subject: `submission:${id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, { kind: 'delivery-plan', id, rowVersion });
      if (submission.status !== 'draft' && submission.status !== 'changes-requested') throw ApplicationError.conflict(words.notWriting);
      const content = await this.contents.contentOf(tx.manager, id);
      const line = content.dependencies.find((each) => each.id === dependency);
      if (!line) throw ApplicationError.notFound(deliveryPlansWords.aLine);
      const refusals = lineRefusals('dependencies', line, content);
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const before = await tx.repository(PlanDependencyRequest).findBy({ submissionId: id, dependencyId: dependency });
      if (before.some(({ asked }) => isSameAsk(asked, line))) throw ApplicationError.conflict(words.askedBefore);
      await this.record(tx, id, null, [line], actor);
      await this.tellAsked(tx, id, line.department, [line]);
      tx.describe({ dependency });
    });
  }

  /**
   * Answers one line for the actor's department.
   * @throws ApplicationError 404 for a line that is not asked of it, 409 when it was changed or answered meanwhile, 422 with every reason.
   */
  async answer(actor: Actor, { submissionId, dependency }: { submissionId: string; dependency: string }, given: GivenAnswer): Promise<void> {
    requirePermission(actor, 'dependency.answer');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PLAN_DEPENDENCY_ANSWERED', subject: `submission:${submissionId}` }, async (tx) => {
      // One answer after the other: the second sees the first.
      await tx.repository(Submission).findOne({ where: { id: submissionId }, lock: { mode: 'pessimistic_write' } });
      const asked = await this.queries.one(actor, submissionId, dependency, tx.manager);
      if (asked.fingerprint !== given.fingerprint) throw ApplicationError.conflict(words.changedMeanwhile);
      const refusals = answerRefusals(given);
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const { reason } = given;
      const [answer, ownDate] = [given.answer as DependencyAnswerKind, given.ownDate || null];
      await tx.repository(PlanDependencyAnswer).insert({
        submissionId, dependencyId: dependency, asked: askOf(asked.line), answer, reason, ownDate, answeredBy: actor.id, answeredName: actor.name, at: tx.now,
      });
      const department = await departmentOf(tx.manager, actor);
      const news = { department: department.name, reference: asked.reference, what: asked.line.what, answer, reason, ownDate };
      const place = { about: `submission:${submissionId}`, path: deliveryPlansPaths.show(submissionId) };
      await this.notices.tell(tx, PLAN_DEPENDENCY_ANSWERED, await readersOf(tx, { id: asked.organisationId }), news, place);
      tx.describe({ dependency, answer, reference: asked.reference });
    });
  }

  /** Tells departments what delivered plans count on them for, each version once. @returns how many plans were told of. */
  async tellOfDeliveries(): Promise<number> {
    const untold: UntoldPlan[] = await this.unitOfWork.reader.query(
      `SELECT s.id, v.number AS version, jsonb_build_object('dependencies', v.content -> 'dependencies') AS content
         FROM submissions s JOIN submission_versions v ON v.submission_id = s.id AND v.number = s.standing_version
        WHERE s.kind = 'delivery-plan' AND jsonb_array_length(COALESCE(v.content -> 'dependencies', '[]')) > 0
          AND NOT EXISTS (SELECT FROM plan_dependency_requests r WHERE r.submission_id = s.id AND r.version_number = v.number)
        ORDER BY v.submitted_at`,
    );
    const turns = new EachInTurn();
    await turns.run(untold, ({ id }) => `submission:${id}`, async (plan) => {
      await this.tellOfDelivery(plan);
      return 1;
    });
    return turns.finish();
  }

  private async tellOfDelivery({ id, version, content }: UntoldPlan): Promise<void> {
    const actor = systemActor('job', 'plan-dependencies');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PLAN_DEPENDENCIES_TOLD', subject: `submission:${id}` }, async (tx) => {
      const before = await tx.repository(PlanDependencyRequest).findBy({ submissionId: id });
      const lines = readDeliveryPlan(content).dependencies;
      await this.record(tx, id, version, lines, actor);
      const fresh = lines.filter((line) => !before.some(({ dependencyId, asked }) => dependencyId === line.id && isSameAsk(asked, line)));
      for (const department of new Set(fresh.map((line) => line.department))) await this.tellAsked(tx, id, department, fresh.filter((line) => line.department === department));
      tx.describe({ version, told: fresh.length });
    });
  }

  private async record(tx: Transaction, submissionId: string, versionNumber: number | null, lines: DeliveryPlanContent['dependencies'], actor: Actor): Promise<void> {
    const by = actor.kind === 'user' ? { askedBy: actor.id, askedName: actor.name } : { askedBy: null, askedName: words.byDelivery };
    await tx.repository(PlanDependencyRequest).insert(
      lines.map((line) => ({ submissionId, dependencyId: line.id, versionNumber, department: line.department, asked: askOf(line), ...by, at: tx.now })),
    );
  }

  private async tellAsked(tx: Transaction, submissionId: string, slug: string, lines: DeliveryPlanContent['dependencies']): Promise<void> {
    const { reference, coversLabel, organisation } = await tx.repository(Submission).findOneOrFail({ where: { id: submissionId }, relations: { organisation: true } });
    const department = await tx.repository(Organisation).findOneBy({ slug });
    if (!department) return;
    const news = { department: organisation.name, reference, coversLabel, needs: lines.map(({ what, neededBy }) => ({ what, neededBy })) };
    await this.notices.tell(tx, PLAN_DEPENDENCY_ASKED, await readersOf(tx, department), news, { about: `submission:${submissionId}`, path: deliveryPlansPaths.dependencies });
  }
}

/** Officials and SROs of a department, and its mailbox. */
async function readersOf(tx: Transaction, { id }: Pick<Organisation, 'id'>): Promise<Parameters<Notices['tell']>[2]> {
  const { name, mailbox } = await tx.repository(Organisation).findOneByOrFail({ id });
  return { people: await peopleOfOrganisation(tx, id, ['official', 'sro']), mailboxes: mailbox ? [{ name, email: mailbox }] : [] };
}
