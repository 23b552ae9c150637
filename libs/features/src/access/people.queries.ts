import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { requirePermission } from './access.guard.js';
import { accessWords } from './access.words.js';
import { User } from './user.entity.js';

/** For administrators: who can sign in. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody by name, those whose account is disabled last. */
  async all(actor: Actor): Promise<User[]> {
    requirePermission(actor, 'user.manage');
    const people = await this.dataSource.getRepository(User).find({ relations: { organisation: true }, order: { name: 'ASC', id: 'ASC' } });
    return [...people.filter(({ disabledAt }) => disabledAt === null), ...people.filter(({ disabledAt }) => disabledAt !== null)];
  }

  /** @throws ApplicationError 404 */
  async byId(actor: Actor, id: string): Promise<User> {
    requirePermission(actor, 'user.manage');
    const person = await this.dataSource.getRepository(User).findOne({ where: { id }, relations: { organisation: true, homeOrganisation: true } });
    if (!person) throw ApplicationError.notFound(accessWords.grants.aPerson);
    return person;
  }

  async organisations(): Promise<Pick<Organisation, 'slug' | 'name'>[]> {
    return this.dataSource.getRepository(Organisation).find({ select: { id: true, slug: true, name: true }, order: { name: 'ASC' } });
  }
}
