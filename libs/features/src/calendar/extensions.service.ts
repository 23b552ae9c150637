import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { askBlockers, decisionBlockers, isExtendable } from '#domain/calendar/extension-blockers.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { EXTENSION_ASKED, EXTENSION_DECIDED } from '#features/notifications/texts/calendar.texts.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { calendarPaths } from './calendar.paths.js';
import { calendarWords as words } from './calendar.words.js';
import { CycleNotices, named, type NamedSubmission } from './cycle-notices.service.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { noteFact } from './submission-fact.js';
import { WorkingCalendars } from './working-calendars.queries.js';

export interface AskedExtension {
  /** ISO date, as typed. */
  askedDueOn: string;
  reason: string;
  /** Of the submission, as the page showed it. */
  rowVersion: number;
}

export interface ExtensionDecision {
  granted: boolean;
  reason: string;
  /** Of the request, as the page showed it. */
  rowVersion: number;
}

/** Later due dates: asked by the department, granted or refused by the council, public and counted. They remove no mark. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: CycleNotices,
  ) {}

  /** What somebody of the department asks more time for. @throws ApplicationError 404, 403 for another department's, 409 where it is delivered or closed. */
  async subject(actor: Actor, submissionId: string): Promise<NamedSubmission> {
    requirePermission(actor, 'extension.ask');
    const submission = await this.unitOfWork.reader.findOne(Submission, { where: { id: submissionId }, relations: { organisation: true, mission: true } });
    if (!submission) throw ApplicationError.notFound(words.extension.submission);
    requireOwnDepartment(actor, submission);
    await requireOpenFramework(this.unitOfWork.reader, submission);
    requireUndelivered(submission);
    return submission;
  }

  /** @throws ApplicationError 403 for another department's, 409 where it has changed, is delivered or is asked for already, 422 with every reason. */
  async ask(actor: Actor, submissionId: string, asked: AskedExtension): Promise<ExtensionRequest> {
    requirePermission(actor, 'extension.ask');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EXTENSION_ASKED', subject: `submission:${submissionId}` }, async (tx) => {
      const submission = await take(tx, submissionId);
      requireOwnDepartment(actor, submission);
      requireUndelivered(submission);
      if (submission.rowVersion !== asked.rowVersion) throw ApplicationError.conflict(words.extension.changedMeanwhile);
      if (await tx.repository(ExtensionRequest).existsBy({ submissionId, state: 'asked' })) throw ApplicationError.conflict(words.extension.askedAlready, 'asked-already');
      const working = await this.calendars.ofFramework(submission.frameworkId, tx.manager);
      const refusals = askBlockers(submission, asked, londonDate(tx.now), working);
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const { askedDueOn } = asked;
      const reason = asked.reason.replaceAll('\r\n', '\n').trim();
      const request = await tx.repository(ExtensionRequest).save({
        submissionId, state: 'asked', dueBefore: submission.dueOn, askedDueOn, reason, askedBy: actor.id, askedAt: tx.now, decisionReason: null, decidedBy: null, decidedAt: null,
      });
      const news = { department: submission.organisation.name, askedDueOn, reason, by: actor.name };
      await this.notices.tellCouncil(tx, EXTENSION_ASKED, submission, news, calendarPaths.extension(request.id));
      tx.describe({ reference: submission.reference, dueOn: submission.dueOn, askedDueOn });
      return request as ExtensionRequest;
    });
  }

  /**
   * Granted, the due date becomes the one asked for, and the window closes as many working days later as before.
   * @throws ApplicationError 403 for people of the department or its secondees, 409 where it is decided, 422 with every reason.
   */
  async decide(actor: Actor, requestId: string, decision: ExtensionDecision): Promise<void> {
    requirePermission(actor, 'extension.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'EXTENSION_DECIDED', subject: `extension:${requestId}` }, async (tx) => {
      const found = await tx.repository(ExtensionRequest).findOneBy({ id: requestId });
      if (!found) throw ApplicationError.notFound(words.extension.one);
      // The submission first, as everywhere: two that lock in two orders would wait for each other.
      const submission = await take(tx, found.submissionId);
      requireOutsider(actor, submission);
      const request = await tx.repository(ExtensionRequest).findOneByOrFail({ id: requestId });
      if (request.state !== 'asked' || request.rowVersion !== decision.rowVersion) throw ApplicationError.conflict(words.extension.decidedAlready, 'decided-already');
      const refusals = decisionBlockers(submission, decision, request, londonDate(tx.now));
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const { granted } = decision;
      const reason = decision.reason.replaceAll('\r\n', '\n').trim();
      await tx.repository(ExtensionRequest).save({ ...request, state: granted ? 'granted' : 'refused', decisionReason: reason, decidedBy: actor.id, decidedAt: tx.now });
      const dueOn = granted ? request.askedDueOn : submission.dueOn;
      if (granted) {
        await this.extend(tx, submission, dueOn);
        await noteFact(tx, submission, 'extend', { by: actor, reason });
      }
      await this.notices.tellDepartment(tx, EXTENSION_DECIDED, { ...submission, dueOn }, { granted, askedDueOn: request.askedDueOn, reason, by: actor.name });
      tx.describe({ reference: submission.reference, granted, from: submission.dueOn, to: dueOn });
    });
  }

  private async extend(tx: Transaction, { id, frameworkId, dueOn: before, closesOn, extensions }: Submission, dueOn: string): Promise<void> {
    const working = await this.calendars.ofFramework(frameworkId, tx.manager);
    const closing = closesOn === null ? null : working.after(closesOn, working.between(before, dueOn));
    await tx.repository(Submission).update({ id }, { dueOn, closesOn: closing, extensions: extensions + 1 });
  }
}

/** Is somebody of the council from outside the department, neither by office nor as its secondee? */
export function isOutsider(actor: Actor, { organisationId }: Pick<Submission, 'organisationId'>): boolean {
  return actor.organisationId !== organisationId && actor.homeOrganisationId !== organisationId;
}

function requireOutsider(actor: Actor, submission: Submission): void {
  if (!isOutsider(actor, submission)) throw ApplicationError.forbidden(words.extension.own, 'own-department');
}

function requireUndelivered(submission: Submission): void {
  if (!isExtendable(submission)) throw ApplicationError.conflict(words.extension.delivered, 'delivered');
}

async function take(tx: Transaction, id: string): Promise<NamedSubmission> {
  const locked = await tx.repository(Submission).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  const [submission] = locked ? await named(tx, [id]) : [];
  if (!submission) throw ApplicationError.notFound(words.extension.submission);
  await requireOpenFramework(tx.manager, submission);
  return submission;
}
