import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type QuorumRule, quorumFaults } from '#domain/council/council-decision.js';
import { type AppointmentDraft, appointmentFaults, type BudgetDraft, budgetFaults, budgetOf } from '#domain/council/council-register.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { pounds } from './budget-amount.js';
import { CouncilBudget } from './council-budget.entity.js';
import { CouncilMember } from './council-member.entity.js';
import { CouncilQuorumRule } from './council-quorum-rule.entity.js';
import { CouncilRegisterChange } from './council-register-change.entity.js';
import { councilWords as words } from './council.words.js';

/** A line as somebody has it on the screen; undefined for a new one. */
export type OpenedLine = { id: string; rowVersion: number } | undefined;

/** The council's public register: terms, money, quorum. A chair keeps it, and every change is public. */
@Injectable()
export class CouncilRegisterService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError 422 with every fault by field, 409 where somebody has changed it meanwhile */
  async saveMember(actor: Actor, opened: OpenedLine, draft: AppointmentDraft): Promise<void> {
    requireChair(actor);
    refuse(appointmentFaults(draft));
    await this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_MEMBER_KEPT', subject: 'council-member:new' }, async (tx) => {
      const members = tx.repository(CouncilMember);
      const person = await tx.repository(User).findOneBy({ id: draft.personId });
      if (!person) throw ApplicationError.invalid([{ code: 'person-missing', message: words.member.choose, field: 'person' }]);
      const entered = { appointedBy: draft.appointedBy.trim(), from: draft.from ?? '', until: draft.until || null, endedOn: draft.ended || null, endedWhy: draft.endedWhy.trim() };
      const before = opened ? current(await members.findOne({ where: { id: opened.id }, lock: { mode: 'pessimistic_write' } }), opened, words.member.aTerm) : undefined;
      const change = before ? words.member.changedTo(person.name, differences(before, entered, words.member.fields)) : words.member.entered(person.name, entered.appointedBy);
      const saved = await members.save({ ...before, ...entered, personId: before?.personId ?? person.id, keptBy: actor.id });
      await note(tx, actor, change);
      tx.describe({ person: saved.personId, change }, `council-member:${saved.id}`);
    });
  }

  /** @throws ApplicationError 422 with every fault by field, 409 where somebody has changed it meanwhile */
  async saveBudget(actor: Actor, opened: OpenedLine, draft: BudgetDraft): Promise<void> {
    requireChair(actor);
    refuse(budgetFaults(draft));
    await this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_BUDGET_KEPT', subject: 'council-budget:new' }, async (tx) => {
      const budgets = tx.repository(CouncilBudget);
      const { amount, spent, staff, ...rest } = budgetOf(draft);
      const entered = { ...rest, amount: amount.toFixed(2), spent: spent?.toFixed(2) ?? null, staff: staff?.toFixed(2) ?? null };
      const taken = await budgets.findOneBy({ year: entered.year });
      if (taken && taken.id !== opened?.id) refuse([{ code: 'year-taken', message: words.budget.taken, field: 'year' }]);
      const before = opened ? current(await budgets.findOne({ where: { id: opened.id }, lock: { mode: 'pessimistic_write' } }), opened, words.budget.aBudget) : undefined;
      const year = words.page.budget.yearOf(entered.year);
      const change = before ? words.budget.changedTo(year, differences(inPounds(before), inPounds(entered), words.budget.fields)) : words.budget.entered(year, pounds(entered.amount));
      const saved = await budgets.save({ ...before, ...entered, keptBy: actor.id });
      await note(tx, actor, change);
      tx.describe({ change }, `council-budget:${saved.id}`);
    });
  }

  /** For votes opened from now on. */
  async setQuorum(actor: Actor, rule: QuorumRule, reason: string): Promise<void> {
    requireChair(actor);
    refuse(quorumFaults(rule, reason));
    await this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_QUORUM_SET', subject: 'council-quorum', facts: { ...rule } }, async (tx) => {
      await tx.repository(CouncilQuorumRule).insert({ ...rule, reason: reason.trim(), setBy: actor.id, setByName: actor.name, setAt: tx.now });
      await note(tx, actor, words.quorum.changedTo(rule.leastNumber, rule.leastShare, reason.trim()));
    });
  }
}

function current<Line extends { rowVersion: number }>(line: Line | null, { rowVersion }: NonNullable<OpenedLine>, what: string): Line {
  if (!line) throw ApplicationError.notFound(what);
  if (line.rowVersion !== rowVersion) throw ApplicationError.conflict(words.member.changed);
  return line;
}

/** `appointed by from “A” to “B”`, for each field that differs. */
function differences<Line extends object>(before: Line, after: Partial<Line>, names: Partial<Record<keyof Line, string>>): string {
  const said = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  return (Object.keys(names) as (keyof Line)[])
    .filter((name) => said(before[name]) !== said(after[name]))
    .map((name) => `${names[name]} ${words.fromTo(said(before[name]), said(after[name]))}`)
    .join('; ');
}

function inPounds<Line extends { amount: string; spent: string | null }>(line: Line): Line {
  return { ...line, amount: pounds(line.amount), spent: line.spent && pounds(line.spent) };
}

async function note(tx: Transaction, actor: Actor, what: string): Promise<void> {
  await tx.repository(CouncilRegisterChange).insert({ what, changedBy: actor.id, changedByName: actor.name, changedAt: tx.now });
}

function requireChair(actor: Actor): void {
  requirePermission(actor, 'council.keep');
  if (actor.kind !== 'user') throw ApplicationError.forbidden(words.peopleOnly);
}

function refuse(reasons: Refusal[]): void {
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}
