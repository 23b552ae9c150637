import { Injectable } from '@nestjs/common';
import { type Repository } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { requirePermission } from './access.guard.js';
import { User } from './user.entity.js';

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

@Injectable()
export class UsersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError when the address is taken or the organisation unknown. */
  async add(actor: Actor, person: NewUser): Promise<User> {
    requirePermission(actor, 'user.manage');
    const email = person.email.trim().toLowerCase();
    return this.unitOfWork.run({ actor: auditName(actor), event: 'USER_ADDED', subject: 'user:new' }, async (transaction) => {
      const users = transaction.repository(User);
      if (await users.existsBy({ email })) {
        throw ApplicationError.refused([{ code: 'email-taken', message: `Somebody with the address ${email} is there already`, field: 'email' }]);
      }
      const organisations = transaction.repository(Organisation);
      const organisation = await organisationOf(organisations, person);
      if (!organisation) throw ApplicationError.notFound(`The organisation ${person.organisation}`);
      const home = person.homeOrganisation ? await organisations.findOneBy({ slug: person.homeOrganisation }) : null;
      if (person.homeOrganisation && !home) throw ApplicationError.notFound(`The organisation ${person.homeOrganisation}`);
      const user = await users.save({
        name: person.name,
        email,
        roles: person.roles,
        organisationId: organisation.id,
        homeOrganisationId: home?.id ?? null,
        demo: person.demo ?? false,
        disabledAt: null,
        createdAt: transaction.now,
      });
      transaction.describe({ roles: person.roles, organisation: organisation.slug }, `user:${user.id}`);
      return user;
    });
  }
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
