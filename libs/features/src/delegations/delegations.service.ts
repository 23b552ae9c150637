import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { delegationRefusals, delegationState } from '#domain/access/delegation-refusals.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById } from '#features/access/people-to-tell.js';
import { User } from '#features/access/user.entity.js';
import { type NoticeText } from '#features/notifications/notice-text.js';
import { Notices } from '#features/notifications/notices.service.js';
import { DELEGATION_ENDED, type DelegationNews, SIGNING_DELEGATED } from '#features/notifications/texts/delegations.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Delegation } from './delegation.entity.js';
import { delegationsPaths } from './delegations.paths.js';
import { delegationsWords as words } from './delegations.words.js';

/** To whom and for which days an SRO delegates. Dates are ISO dates, null where what was typed is none. */
export interface NewDelegation {
  delegateId: string;
  fromOn: string | null;
  toOn: string | null;
  reason: string;
}

/** SROs let others of their department sign in their place, for some days. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @throws ApplicationError 403 for whoever is no SRO, 422 for the person, the days and the reason, and for days that overlap. */
  async delegate(actor: Actor, wanted: NewDelegation): Promise<Delegation> {
    requirePermission(actor, 'delegation.manage');
    const { organisationId } = actor;
    if (!organisationId || actor.kind !== 'user') throw ApplicationError.forbidden(words.notYours);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'SIGNING_DELEGATED', subject: `user:${actor.id}` }, async (tx) => {
      // Both people's rows are locked in one order: of two delegations that overlap one is made.
      await this.lockPeople(tx, [actor.id, wanted.delegateId].filter((id) => id !== ''));
      const reasons = [...(await this.personRefusals(tx, actor, wanted.delegateId)), ...delegationRefusals(wanted, londonDate(tx.now))];
      const { fromOn, toOn } = wanted;
      if (reasons.length > 0 || fromOn === null || toOn === null) throw ApplicationError.invalid(reasons);
      await this.requireFreeDays(tx, actor.id, wanted.delegateId, { fromOn, toOn });
      const delegation = await tx.repository(Delegation).save({
        organisationId, delegatorId: actor.id, delegateId: wanted.delegateId, fromOn, toOn, reason: wanted.reason.trim(), createdAt: tx.now, endedAt: null, endedBy: null,
      });
      tx.describe({ delegation: delegation.id, delegate: wanted.delegateId, fromOn, toOn });
      await this.tell(tx, SIGNING_DELEGATED, delegation, '');
      return tx.repository(Delegation).findOneByOrFail({ id: delegation.id });
    });
  }

  /** Ends it at once. @throws ApplicationError 403 for another department's, 404 for an unknown one, 409 when it is over or has changed. */
  async end(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'delegation.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DELEGATION_ENDED', subject: 'user:unknown', facts: { delegation: id } }, async (tx) => {
      const delegation = await tx.repository(Delegation).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!delegation) throw ApplicationError.notFound(words.aDelegation);
      if (delegation.organisationId !== actor.organisationId) throw ApplicationError.forbidden(words.notYours);
      const state = delegationState(delegation, londonDate(tx.now));
      if (state === 'over' || state === 'ended') throw ApplicationError.conflict(words.over, 'delegation-over');
      if (delegation.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
      await tx.repository(Delegation).update({ id }, { endedAt: tx.now, endedBy: actor.id });
      tx.describe({ delegate: delegation.delegateId }, `user:${delegation.delegatorId}`);
      await this.tell(tx, DELEGATION_ENDED, delegation, actor.name);
    });
  }

  private async lockPeople(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.repository(User).createQueryBuilder('person').setLock('pessimistic_write').where('person.id = ANY(:ids)', { ids }).orderBy('person.id').getMany();
  }

  private async personRefusals(tx: Transaction, { id, organisationId }: Actor, delegateId: string): Promise<Reason[]> {
    const refusal = (code: string, message: string): Reason[] => [{ code, message, field: 'delegateId' }];
    if (delegateId === '') return refusal('delegate-missing', words.whoMissing);
    if (delegateId === id) return refusal('delegate-self', words.yourself);
    const person = await tx.repository(User).findOneBy({ id: delegateId, disabledAt: IsNull() });
    return person?.organisationId === organisationId ? [] : refusal('delegate-elsewhere', words.notOfDepartment);
  }

  /** An SRO has one delegate at a time, and a delegate one SRO: it must be plain for whom a signature is. */
  private async requireFreeDays(tx: Transaction, delegatorId: string, delegateId: string, { fromOn, toOn }: { fromOn: string; toOn: string }): Promise<void> {
    const overlapping = await tx
      .repository(Delegation)
      .createQueryBuilder('other')
      .innerJoinAndSelect('other.delegator', 'sro')
      .innerJoinAndSelect('other.delegate', 'delegate')
      .where('other.endedAt IS NULL AND other.fromOn <= :toOn AND other.toOn >= :fromOn', { fromOn, toOn })
      .andWhere('(other.delegatorId = :delegatorId OR other.delegateId = :delegateId)', { delegatorId, delegateId })
      .orderBy('other.fromOn')
      .getOne();
    if (!overlapping) return;
    const { delegator, delegate } = overlapping;
    const message = overlapping.delegatorId === delegatorId
      ? words.overlapsYours(delegate.name, overlapping.fromOn, overlapping.toOn)
      : words.overlapsTheirs(delegator.name, overlapping.fromOn, overlapping.toOn);
    throw ApplicationError.invalid([{ code: 'overlaps', message, field: 'from' }]);
  }

  private async tell(tx: Transaction, text: NoticeText<DelegationNews>, { id, delegatorId, delegateId, fromOn, toOn, reason }: Delegation, endedBy: string): Promise<void> {
    const people = await peopleById(tx, [delegatorId, delegateId]);
    const nameOf = (wanted: string): string => people.find((person) => person.id === wanted)?.name ?? '';
    const news = { sro: nameOf(delegatorId), delegate: nameOf(delegateId), fromOn, toOn, reason, endedBy };
    await this.notices.tell(tx, text, { people }, news, { about: `delegation:${id}`, path: delegationsPaths.list });
  }
}
