import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { DATA_GAP_STATES } from '#domain/data-gaps/data-gap-kind.js';
import { positionsTowardsGap } from '#domain/data-gaps/data-gap-position.js';
import { DATA_GAP_WORKFLOW, type DataGapAction, planMove } from '#domain/data-gaps/data-gap-workflow.js';
import { defaultDateNeeded, isGapOverdue } from '#domain/data-gaps/date-needed.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { CLEAR_ALERT } from '#features/alerts/clear-alert.job.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { changesOfGap, editReasons, type GapEdit, type PlanEdit, textOrNull } from './data-gap-changes.js';
import { DataGap } from './data-gap.entity.js';
import { DataGapEvent, type DataGapEventAction } from './data-gap-event.entity.js';
import { watchDate } from './data-gaps.service.js';
import { ownerOfGap } from './gap-owner.js';

/** What a keeper of the register may decide. */
export type GapDecision = Extract<DataGapAction, 'close' | 'decline' | 'reopen'>;

/** What people do to gaps. Every change is kept in the public timeline, with name and date. */
@Injectable()
export class DataGapMovesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A keeper's: owner, person, plan, resource and date needed; moving the date needs a reason. */
  async edit(actor: Actor, reference: string, input: GapEdit & { reason: string; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'data-gap.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DATA_GAP_CHANGED', subject: `data-gap:${reference}` }, async (tx) => {
      const gap = await take(tx, actor, { reference, rowVersion: input.rowVersion }, 'keeper');
      const owner = isUUID(input.ownerId) ? await tx.repository(Organisation).findOneBy({ id: input.ownerId }) : null;
      const unknown: Reason[] = input.ownerId && !owner ? [{ code: 'owner-unknown', message: 'Select an organisation from the list', field: 'ownerId' }] : [];
      refuse([...unknown, ...editReasons(gap, input, londonDate(tx.now))]);
      const changed = { ownerId: owner?.id ?? null, ownerPerson: textOrNull(input.ownerPerson), dateNeeded: input.dateNeeded };
      await write(tx, actor, { gap, edit: input, changed, owner, reason: input.reason.trim() });
    });
  }

  /** The owner’s: how the gap is closed, and with what. */
  async plan(actor: Actor, reference: string, input: PlanEdit & { rowVersion: number }): Promise<void> {
    requirePermission(actor, 'data-gap.plan');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DATA_GAP_PLANNED', subject: `data-gap:${reference}` }, async (tx) => {
      const gap = await take(tx, actor, { reference, rowVersion: input.rowVersion }, 'owner');
      refuse(editReasons(gap, input, londonDate(tx.now)));
      await write(tx, actor, { gap, edit: input, changed: {}, owner: gap.owner, reason: '' });
    });
  }

  /** A keeper's: closes it, records that it is not to be closed, or opens it again; each with a reason. */
  async decide(actor: Actor, reference: string, decision: GapDecision, input: { reason: string; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'data-gap.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DATA_GAP_DECIDED', subject: `data-gap:${reference}` }, async (tx) => {
      const gap = await take(tx, actor, { reference, rowVersion: input.rowVersion }, 'keeper');
      const reason = input.reason.trim();
      const arrow = transitionFor(DATA_GAP_WORKFLOW, gap.state, decision, ['keeper']);
      if (!arrow) throw notFromHere(gap);
      refuse(arrow.refuse?.({ plan: gap.plan ?? '', resource: gap.resource ?? '', reason }) ?? []);
      const from = gap.state;
      gap.state = arrow.to;
      gap.stateReason = decision === 'reopen' ? null : reason;
      gap.closedAt = decision === 'close' ? tx.now : null;
      const today = londonDate(tx.now);
      // a day that passed while nobody was to close it is no day to be held to
      if (isGapOverdue(gap, today)) gap.dateNeeded = defaultDateNeeded(today);
      await tx.repository(DataGap).save(gap);
      await tell(tx, actor, gap, { action: decision, text: reason });
      if (decision === 'reopen') await watchDate(tx, gap);
      else await tx.enqueue(CLEAR_ALERT, { dataGapId: gap.id });
      tx.describe({ gap: reference, from, to: gap.state }, `data-gap:${gap.id}`);
    });
  }
}

interface Writing {
  gap: DataGap;
  edit: PlanEdit;
  changed: Partial<Pick<DataGap, 'ownerId' | 'ownerPerson' | 'dateNeeded'>>;
  owner: Organisation | null;
  reason: string;
}

async function write(tx: Transaction, actor: Actor, { gap, edit, changed, owner, reason }: Writing): Promise<void> {
  const next = { ...changed, owner, plan: textOrNull(edit.plan), resource: textOrNull(edit.resource) };
  const changes = changesOfGap(gap, next);
  if (changes.length === 0) throw ApplicationError.invalid([{ code: 'nothing-changed', message: 'Nothing has been changed' }]);
  const move = planMove(gap.state, edit);
  const moved = next.dateNeeded !== undefined && next.dateNeeded !== gap.dateNeeded;
  const from = gap.state;
  const saved = await tx.repository(DataGap).save({ ...gap, ...next, state: move === 'plan' ? 'planned' : move === 'drop-plan' ? 'open' : gap.state });
  const text = [...changes.map(({ text: line }) => line), ...(reason === '' ? [] : [`Reason: ${reason}`])].join('\n');
  await tell(tx, actor, saved, { action: move ?? 'change', text });
  if (moved) await watchDate(tx, saved);
  tx.describe({ gap: gap.reference, fields: changes.map(({ field }) => field), from, to: saved.state }, `data-gap:${gap.id}`);
}

/** Locks the row until the commit, so that of two at once the second sees what the first has done. */
async function take(tx: Transaction, actor: Actor, asked: { reference: string; rowVersion: number }, as: 'keeper' | 'owner'): Promise<DataGap> {
  const gaps = tx.repository(DataGap);
  const row = await gaps.findOne({ where: { reference: asked.reference }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw ApplicationError.notFound('That data gap');
  const gap = await gaps.findOneOrFail({ where: { id: row.id }, relations: { owner: true, mission: { leads: { organisation: true } } } });
  if (!positionsTowardsGap(actor, ownerOfGap(gap, londonDate(tx.now))?.id ?? null).includes(as)) {
    throw ApplicationError.forbidden('This data gap is for another organisation to close', 'not-yours');
  }
  if (row.rowVersion !== asked.rowVersion) throw ApplicationError.conflict('Somebody has changed this data gap since you opened it');
  if (gap.state === 'closed') throw notFromHere(gap);
  return gap;
}

async function tell(tx: Transaction, actor: Actor, gap: Pick<DataGap, 'id' | 'state'>, event: { action: DataGapEventAction; text: string }): Promise<void> {
  const office = actor.organisationId ? await tx.repository(Organisation).findOneBy({ id: actor.organisationId }) : null;
  const actorName = office ? `${actor.name}, ${office.name}` : actor.name;
  await tx.repository(DataGapEvent).save({ dataGapId: gap.id, ...event, toState: gap.state, actorId: actor.id, actorName, at: tx.now });
}

function notFromHere({ state }: DataGap): ApplicationError {
  return ApplicationError.conflict(`The data gap stands at “${DATA_GAP_STATES[state]}”, so this is not possible now`, 'not-from-here');
}

function refuse(reasons: Reason[]): void {
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}
