import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type Role, ROLES } from '#domain/access/roles.js';
import { decisionRefusals, type GrantPerson, isFirstChair, proposalRefusals, type WantedGrant } from '#domain/access/council-grants.js';
import { Notices } from '#features/notifications/notices.service.js';
import { COUNCIL_ROLE_PROPOSED } from '#features/notifications/texts/council.texts.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { requirePermission } from './access.guard.js';
import { accessPaths } from './access.paths.js';
import { accessWords } from './access.words.js';
import { withRoles } from './command-line-grants.js';
import { CouncilGrant } from './council-grant.entity.js';
import { namedWithOffices, officesOf } from './offices.js';
import { peopleWithRoles } from './people-to-tell.js';
import { User } from './user.entity.js';

const words = accessWords.grants;

/** A proposal as somebody has it on the screen. */
export interface OpenedGrant {
  id: string;
  rowVersion: number;
}

/** The council's roles: one person proposes, another confirms, everybody can read it. */
@Injectable()
export class CouncilGrantsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @throws ApplicationError 422 with every reason against it; 409 where one waits already */
  async propose(actor: Actor, wanted: WantedGrant & { personId: string }): Promise<CouncilGrant> {
    requirePermission(actor, 'council-role.propose');
    requirePerson(actor);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_ROLE_PROPOSED', subject: 'council-grant:new' }, async (tx) => {
      const person = await lockedPerson(tx, wanted.personId);
      if (!person) throw ApplicationError.invalid([{ code: 'person-missing', message: words.propose.personMissing, field: 'person' }]);
      const by = await current(tx, actor);
      const refusals = proposalRefusals(asGrantPerson(by), asGrantPerson(person), wanted);
      const deciders = refusals.length === 0 ? await decidersOn(tx, wanted, [by.id, person.id]) : [];
      if (refusals.length === 0 && deciders.length === 0) refusals.push({ code: 'nobody-confirms', message: words.propose.nobodyConfirms, field: 'role' });
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const { kind, role } = wanted;
      const grants = tx.repository(CouncilGrant);
      if (await grants.existsBy({ personId: person.id, role, state: 'proposed' })) throw ApplicationError.conflict(words.propose.waits, 'waits-already');
      const grant = await grants.save({
        personId: person.id, role, kind, state: 'proposed', source: 'two-people', personName: person.name, personOffices: await officesOf(tx, person),
        reason: wanted.reason.trim(), proposedBy: by.id, proposedByName: await namedWithOffices(tx, by), proposedAt: tx.now,
        decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: '',
      });
      const news = { person: person.name, role: ROLES[role], kind, proposedBy: grant.proposedByName ?? by.name, reason: grant.reason };
      await this.notices.tell(tx, COUNCIL_ROLE_PROPOSED, { people: deciders }, news, { about: `council-grant:${grant.id}`, path: accessPaths.decideGrant(grant.id) });
      tx.describe({ person: person.id, role, kind, told: deciders.length }, `council-grant:${grant.id}`);
      return grant;
    });
  }

  /** Gives or takes the role at once. @throws ApplicationError 403 for whoever may not decide on it, 409 where it is decided */
  async confirm(actor: Actor, opened: OpenedGrant): Promise<CouncilGrant> {
    return this.decide(actor, opened, { state: 'confirmed', event: 'COUNCIL_ROLE_CONFIRMED', reason: '' });
  }

  async refuse(actor: Actor, opened: OpenedGrant, reason: string): Promise<CouncilGrant> {
    if (reason.trim() === '') throw ApplicationError.invalid([{ code: 'reason-missing', message: words.decide.reasonMissing, field: 'reason' }]);
    return this.decide(actor, opened, { state: 'refused', event: 'COUNCIL_ROLE_REFUSED', reason });
  }

  /** By whoever proposed it. */
  async withdraw(actor: Actor, { id, rowVersion }: OpenedGrant): Promise<CouncilGrant> {
    requirePermission(actor, 'council-role.propose');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_ROLE_WITHDRAWN', subject: `council-grant:${id}` }, async (tx) => {
      const grant = await lockedGrant(tx, id, rowVersion);
      if (grant.proposedBy !== actor.id) throw ApplicationError.forbidden(words.withdraw.notYours, 'not-your-proposal');
      return tx.repository(CouncilGrant).save(Object.assign(grant, { state: 'withdrawn', decidedBy: actor.id, decidedByName: await namedWithOffices(tx, await current(tx, actor)), decidedAt: tx.now }));
    });
  }

  private async decide(actor: Actor, { id, rowVersion }: OpenedGrant, to: { state: 'confirmed' | 'refused'; event: string; reason: string }): Promise<CouncilGrant> {
    requirePermission(actor, 'council-role.confirm');
    requirePerson(actor);
    return this.unitOfWork.run({ actor: auditName(actor), event: to.event, subject: `council-grant:${id}` }, async (tx) => {
      const grant = await lockedGrant(tx, id, rowVersion);
      const by = await current(tx, actor);
      const [against] = decisionRefusals(asGrantPerson(by), grant, await everChaired(tx));
      if (against) throw ApplicationError.forbidden(against.message, against.code);
      const person = await lockedPerson(tx, grant.personId);
      if (!person) throw ApplicationError.notFound(words.aPerson);
      const stale = to.state === 'confirmed' ? staleBecause(grant, person) : [];
      if (stale.length > 0) throw ApplicationError.refused(stale);
      Object.assign(grant, { state: to.state, decidedBy: by.id, decidedByName: await namedWithOffices(tx, by), decidedAt: tx.now, decisionReason: to.reason.trim() });
      const saved = await tx.repository(CouncilGrant).save(grant);
      if (to.state === 'confirmed') await withRoles(tx, person, [grant]);
      tx.describe({ person: person.id, role: grant.role, kind: grant.kind, proposedBy: grant.proposedBy });
      return saved;
    });
  }
}

/** What has changed about the person since it was proposed, and forbids it now. */
function staleBecause({ kind, role, reason }: CouncilGrant, person: User): ReturnType<typeof proposalRefusals> {
  return proposalRefusals({ id: '', roles: [], disabled: false }, asGrantPerson(person), { kind, role, reason });
}

export function asGrantPerson({ id, roles, disabledAt }: User): GrantPerson {
  return { id, roles, disabled: disabledAt !== null };
}

async function lockedGrant(tx: Transaction, id: string, rowVersion: number): Promise<CouncilGrant> {
  const grant = await tx.repository(CouncilGrant).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!grant) throw ApplicationError.notFound(words.aProposal);
  if (grant.state !== 'proposed' || grant.rowVersion !== rowVersion) throw ApplicationError.conflict(words.decidedMeanwhile);
  return grant;
}

function lockedPerson(tx: Transaction, id: string): Promise<User | null> {
  return tx.repository(User).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** The actor as they are now, not as they were when their session began. */
async function current(tx: Transaction, actor: Actor): Promise<User> {
  return tx.repository(User).findOneByOrFail({ id: actor.id });
}

async function everChaired(tx: Transaction): Promise<boolean> {
  return tx.repository(CouncilGrant).existsBy({ role: 'council-chair', kind: 'grant', state: 'confirmed' });
}

/** Who may be the second person, by address. */
async function decidersOn(tx: Transaction, wanted: { kind: WantedGrant['kind']; role: Role }, barred: readonly string[]): Promise<User[]> {
  const deciders: Role[] = isFirstChair(wanted, await everChaired(tx)) ? ['council-chair', 'administrator'] : ['council-chair'];
  return (await peopleWithRoles(tx, deciders)).filter(({ id }) => !barred.includes(id));
}

function requirePerson(actor: Actor): void {
  if (actor.kind !== 'user') throw ApplicationError.forbidden(words.peopleOnly);
}
