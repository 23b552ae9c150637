import { Injectable } from '@nestjs/common';
import { type Repository } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { directRoleRefusals, isCouncilRole } from '#domain/access/council-grants.js';
import { type Role } from '#domain/access/roles.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { requirePermission } from './access.guard.js';
import { accessWords } from './access.words.js';
import { councilGrantsOf, enterAtCommandLine } from './command-line-grants.js';
import { asGrantPerson } from './council-grants.service.js';
import { User } from './user.entity.js';

const words = accessWords.people;

/** Somebody to add. */
export interface NewUser {
  name: string;
  email: string;
  roles: Role[];
  /** Slug of the organisation. */
  organisation: string;
  homeOrganisation?: string;
  demo?: boolean;
}

/** A person as somebody has them on the screen: what they may do, and whether they may sign in. */
export interface SeenPerson {
  id: string;
  /** The roles that the page showed, in any order. */
  seenRoles: readonly string[];
}

/** Who can sign in and what they do. Roles of the council are given and taken by two people: see `CouncilGrantsService`. */
@Injectable()
export class UsersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * At the command line a role of the council is entered in the public register as given there.
   * @throws ApplicationError when the address is taken, the organisation unknown, or a person would give a role of the council.
   */
  async add(actor: Actor, person: NewUser): Promise<User> {
    requirePermission(actor, 'user.manage');
    const email = person.email.trim().toLowerCase();
    const councils = councilGrantsOf(person.roles, accessWords.grants.addedAtCommandLine);
    if (councils.length > 0 && actor.kind !== 'command') refuse([{ code: 'council-role', message: words.twoPeople, field: 'roles' }]);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'USER_ADDED', subject: 'user:new' }, async (transaction) => {
      const users = transaction.repository(User);
      if (await users.existsBy({ email })) refuse([{ code: 'email-taken', message: `Somebody with the address ${email} is there already`, field: 'email' }]);
      const organisations = transaction.repository(Organisation);
      const organisation = await organisationOf(organisations, person);
      if (!organisation) throw ApplicationError.notFound(`The organisation ${person.organisation}`);
      const home = person.homeOrganisation ? await organisations.findOneBy({ slug: person.homeOrganisation }) : null;
      if (person.homeOrganisation && !home) throw ApplicationError.notFound(`The organisation ${person.homeOrganisation}`);
      const user = await users.save({
        name: person.name,
        email,
        roles: person.roles.filter((role) => !isCouncilRole(role)),
        organisationId: organisation.id,
        homeOrganisationId: home?.id ?? null,
        demo: person.demo ?? false,
        disabledAt: null,
        createdAt: transaction.now,
      });
      // what changes a public page has a subject of its own
      transaction.describe({ roles: person.roles, organisation: organisation.slug }, councils.length > 0 ? `council-role:${user.id}` : `user:${user.id}`);
      return councils.length > 0 ? enterAtCommandLine(transaction, user, councils) : user;
    });
  }

  /** Every role but the council's, of somebody else. @throws ApplicationError 409 where they have changed since they were shown */
  async changeRoles(actor: Actor, seen: SeenPerson, roles: readonly Role[]): Promise<User> {
    requirePermission(actor, 'user.manage');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'USER_ROLES_CHANGED', subject: `user:${seen.id}` }, async (tx) => {
      const user = await lockedPerson(tx, seen);
      // the form does not show the council's roles: they stay as they are
      const wanted = [...user.roles.filter(isCouncilRole), ...new Set(roles)];
      refuse(directRoleRefusals(actor, asGrantPerson(user), wanted));
      tx.describe({ before: user.roles, roles: wanted });
      return tx.repository(User).save(Object.assign(user, { roles: wanted }));
    });
  }

  /** From the next request on they are a visitor. Nobody disables themselves, or anybody of the council. */
  async disable(actor: Actor, seen: SeenPerson): Promise<User> {
    requirePermission(actor, 'user.manage');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'USER_DISABLED', subject: `user:${seen.id}` }, async (tx) => {
      const user = await lockedPerson(tx, seen);
      if (user.id === actor.id) refuse([{ code: 'own-account', message: words.notYourself }]);
      if (user.roles.some(isCouncilRole)) refuse([{ code: 'council-role', message: words.takeFirst }]);
      return tx.repository(User).save(Object.assign(user, { disabledAt: user.disabledAt ?? tx.now }));
    });
  }

  async enable(actor: Actor, seen: SeenPerson): Promise<User> {
    requirePermission(actor, 'user.manage');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'USER_ENABLED', subject: `user:${seen.id}` }, async (tx) => {
      const user = await lockedPerson(tx, seen);
      return tx.repository(User).save(Object.assign(user, { disabledAt: null }));
    });
  }

  /** For the machine alone: gives or takes a role of the council, in public. @throws ApplicationError for everybody who is not the command line */
  async changeCouncilRole(actor: Actor, email: string, change: Parameters<typeof enterAtCommandLine>[2][number]): Promise<User> {
    requirePermission(actor, 'user.manage');
    if (actor.kind !== 'command') throw ApplicationError.forbidden(words.twoPeople);
    return this.unitOfWork.run({ actor: auditName(actor), event: change.kind === 'grant' ? 'COUNCIL_ROLE_CONFIRMED' : 'COUNCIL_ROLE_TAKEN', subject: 'council-role:new' }, async (tx) => {
      const user = await tx.repository(User).findOne({ where: { email: email.trim().toLowerCase() }, lock: { mode: 'pessimistic_write' } });
      if (!user) throw ApplicationError.notFound(`Somebody with the address ${email}`);
      if (user.roles.includes(change.role) === (change.kind === 'grant')) refuse([{ code: 'nothing-to-do', message: words.nothingToDo }]);
      tx.describe({ role: change.role, kind: change.kind, by: 'command-line' }, `council-role:${user.id}`);
      return enterAtCommandLine(tx, user, [change]);
    });
  }
}

async function lockedPerson(tx: Transaction, { id, seenRoles }: SeenPerson): Promise<User> {
  const user = await tx.repository(User).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!user) throw ApplicationError.notFound(accessWords.grants.aPerson);
  if (user.roles.toSorted().join(' ') !== [...seenRoles].sort().join(' ')) throw ApplicationError.conflict(words.changed);
  return user;
}

function refuse(reasons: Reason[]): void {
  // the message is for the command line, where there is no form
  if (reasons.length > 0) throw ApplicationError.invalid(reasons, reasons.map(({ message }) => message).join('; '));
}

/** Offices that are no department have no other door into an empty database: their first person brings them along. */
const OFFICES: Partial<Record<string, Pick<Organisation, 'name' | 'shortName' | 'kind'>>> = {
  administration: { name: 'Administration', shortName: 'Administration', kind: 'administration' },
  council: { name: 'Independent advisory council', shortName: 'Council', kind: 'council' },
  statistics: { name: 'Statistics producer', shortName: 'Statistics', kind: 'statistics' },
};

async function organisationOf(organisations: Repository<Organisation>, person: NewUser): Promise<Organisation | null> {
  const known = await organisations.findOneBy({ slug: person.organisation });
  const office = OFFICES[person.organisation];
  if (known || !office) return known;
  return organisations.save({ slug: person.organisation, mailbox: null, ...office });
}
