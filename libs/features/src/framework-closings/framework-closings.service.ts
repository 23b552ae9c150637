import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type ClosingDraft, closingRefusals } from '#domain/framework-closings/closing-draft.js';
import { CLOSING_WORKFLOW, type ClosingAction } from '#domain/framework-closings/closing-workflow.js';
import { type MissionOutcome, type OutcomeDraft, outcomeRefusals } from '#domain/framework-closings/mission-outcome.js';
import { type Refusal, transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { FRAMEWORK_CLOSING_ANNOUNCED, FRAMEWORK_CLOSING_TAKEN_BACK } from '#features/notifications/texts/framework-closings.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ClosingClockService } from './closing-clock.service.js';
import { factsOfClosing, readersOfClosing, recordClosing } from './closing-records.js';
import { decisionsToClose } from './framework-closings.queries.js';
import { FrameworkClosing } from './framework-closing.entity.js';
import { closingsPaths } from './framework-closings.paths.js';
import { closingsWords as words } from './framework-closings.words.js';
import { MissionEnding } from './mission-ending.entity.js';

/** A closing as somebody has it on the screen. */
export interface OpenedClosing {
  framework: string;
  rowVersion: number;
}

/** What the chair does on a decision of the council: prepares the closing of a framework, announces it, takes the announcement back. */
@Injectable()
export class FrameworkClosingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: ClosingClockService,
    private readonly notices: Notices,
  ) {}

  /** Writes day, reason and decision. @param rowVersion null for the first time */
  async prepare(actor: Actor, slug: string, draft: ClosingDraft, rowVersion: number | null): Promise<void> {
    requirePermission(actor, 'council.chair');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'FRAMEWORK_CLOSING_PREPARED', subject: `framework:${slug}` }, async (tx) => {
      const framework = await lockedFramework(tx, slug);
      const known = await tx.repository(FrameworkClosing).findOne({ where: { frameworkId: framework.id }, lock: { mode: 'pessimistic_write' } });
      if ((known?.rowVersion ?? null) !== rowVersion) throw ApplicationError.conflict(words.changed);
      if (known && known.state !== 'preparing') throw ApplicationError.conflict(words.announcedAlready, 'announced');
      const decisions = await decisionsToClose(tx.manager, framework);
      refuse(closingRefusals(draft, { today: londonDate(tx.now), decisions: decisions.map(({ id }) => id) }));
      const { decisionId, reason } = draft;
      const entered = { closesOn: draft.closesOn ?? '', reason: reason.trim(), decisionId, preparedBy: actor.id };
      const nothing = { announcedBy: null, announcedByName: null, announcedAt: null, closedAt: null };
      await tx.repository(FrameworkClosing).save(known ? Object.assign(known, entered) : { frameworkId: framework.id, state: 'preparing', ...entered, ...nothing });
      tx.describe({ closesOn: entered.closesOn, decision: decisionId });
    });
  }

  /** Says what becomes of one mission. @param rowVersion of what was said before; null for the first time */
  async decideEnding(actor: Actor, slug: string, missionSlug: string, draft: OutcomeDraft, rowVersion: number | null): Promise<void> {
    requirePermission(actor, 'council.chair');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'MISSION_ENDING_DECIDED', subject: `framework:${slug}` }, async (tx) => {
      const closing = await this.take(tx, slug);
      if (closing.state !== 'preparing') throw ApplicationError.conflict(words.announcedAlready, 'announced');
      const mission = await tx.repository(Mission).findOneBy({ frameworkId: closing.frameworkId, slug: missionSlug });
      if (!mission) throw ApplicationError.notFound(words.aMission);
      const endings = tx.repository(MissionEnding);
      const known = await endings.findOneBy({ closingId: closing.id, missionId: mission.id });
      if ((known?.rowVersion ?? null) !== rowVersion) throw ApplicationError.conflict(words.changed);
      const successors = (await tx.repository(Mission).find({ where: { frameworkId: Not(closing.frameworkId) }, relations: { framework: true } })).filter(({ framework }) => framework.closedAt === null);
      refuse(outcomeRefusals(draft, successors.map(({ id }) => id)));
      const entered = { outcome: draft.outcome as MissionOutcome, reason: draft.reason.trim(), successorId: draft.successorId === '' ? null : draft.successorId, decidedBy: actor.id };
      await endings.save(known ? Object.assign(known, entered) : { closingId: closing.id, missionId: mission.id, ...entered });
      tx.describe({ mission: missionSlug, outcome: entered.outcome });
    });
  }

  /** Announces it to everybody concerned; where its day is today the framework is closed at once. */
  async announce(actor: Actor, opened: OpenedClosing): Promise<{ closed: boolean }> {
    requirePermission(actor, 'council.chair');
    const closing = await this.move(actor, opened, 'announce', '', async (tx, taken) => {
      Object.assign(taken, { announcedBy: actor.id, announcedByName: actor.name, announcedAt: tx.now });
      await recordClosing(tx, taken, { action: 'announce', actorName: actor.name, text: words.events.announced(longDate(taken.closesOn)) });
      await this.tell(tx, taken, FRAMEWORK_CLOSING_ANNOUNCED);
    });
    return { closed: closing.closesOn <= londonDate(closing.announcedAt ?? new Date(0)) && (await this.clock.close(closing.id, auditName(actor))) === 1 };
  }

  async takeBack(actor: Actor, opened: OpenedClosing, reason: string): Promise<void> {
    requirePermission(actor, 'council.chair');
    await this.move(actor, opened, 'take-back', reason, async (tx, taken) => {
      Object.assign(taken, { announcedBy: null, announcedByName: null, announcedAt: null, preparedBy: actor.id });
      await recordClosing(tx, taken, { action: 'take-back', actorName: actor.name, text: reason.trim() });
      await this.tell(tx, taken, FRAMEWORK_CLOSING_TAKEN_BACK, reason.trim());
    });
  }

  private async move(actor: Actor, { framework, rowVersion }: OpenedClosing, action: Exclude<ClosingAction, 'take-effect'>, reason: string, work: (tx: Transaction, closing: FrameworkClosing) => Promise<void>): Promise<FrameworkClosing> {
    const event = { announce: 'FRAMEWORK_CLOSING_ANNOUNCED', 'take-back': 'FRAMEWORK_CLOSING_TAKEN_BACK' }[action];
    return this.unitOfWork.run({ actor: auditName(actor), event, subject: `framework:${framework}` }, async (tx) => {
      const closing = await this.take(tx, framework);
      if (closing.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
      const arrow = transitionFor(CLOSING_WORKFLOW, closing.state, action, ['chair']);
      if (!arrow) throw ApplicationError.conflict(words.notNow, 'not-now');
      const refusals = arrow.refuse?.(await factsOfClosing(tx, closing, reason)) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      await work(tx, Object.assign(closing, { state: arrow.to }));
      tx.describe({ closesOn: closing.closesOn, from: arrow.from, to: arrow.to });
      return tx.repository(FrameworkClosing).save(closing);
    });
  }

  /** Locked until the commit. @throws ApplicationError 404 where no closing is prepared, 409 where the framework is closed */
  private async take(tx: Transaction, slug: string): Promise<FrameworkClosing> {
    const framework = await lockedFramework(tx, slug);
    const closing = await tx.repository(FrameworkClosing).findOne({ where: { frameworkId: framework.id }, lock: { mode: 'pessimistic_write' } });
    if (!closing) throw ApplicationError.notFound(words.aClosing);
    return Object.assign(closing, { framework });
  }

  private async tell(tx: Transaction, { frameworkId, framework, closesOn, reason }: FrameworkClosing, text: typeof FRAMEWORK_CLOSING_ANNOUNCED, why = reason): Promise<void> {
    const readers = await readersOfClosing(tx, frameworkId);
    await this.notices.tell(tx, text, readers, { title: framework.title, closesOn, why }, { about: `framework:${frameworkId}`, path: closingsPaths.show(framework.slug) });
  }
}

/** The framework is locked before its closing, as at the closing itself. @throws ApplicationError 404, 409 where it is closed */
async function lockedFramework(tx: Transaction, slug: string): Promise<Framework> {
  const framework = await tx.repository(Framework).findOne({ where: { slug }, lock: { mode: 'pessimistic_write' } });
  if (!framework) throw ApplicationError.notFound(words.aFramework);
  await requireOpenFramework(tx.manager, { frameworkId: framework.id });
  return framework;
}

function refuse(reasons: Refusal[]): void {
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}
