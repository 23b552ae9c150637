import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Delegation } from './delegation.entity.js';
import { delegationsWords as words } from './delegations.words.js';

/** Reads of delegations, for their own department. */
@Injectable()
export class DelegationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Every delegation of the actor's department with both people, the newest days first. */
  async ofDepartment(actor: Actor): Promise<Delegation[]> {
    requirePermission(actor, 'submission.list');
    if (!actor.organisationId) return [];
    return this.dataSource.getRepository(Delegation).find({
      where: { organisationId: actor.organisationId },
      relations: { delegator: true, delegate: true },
      order: { fromOn: 'DESC', createdAt: 'DESC' },
    });
  }

  /** @throws ApplicationError 404 for an unknown one, 403 for another department's. */
  async byId(actor: Actor, id: string): Promise<Delegation> {
    requirePermission(actor, 'delegation.manage');
    const delegation = await this.dataSource.getRepository(Delegation).findOne({ where: { id }, relations: { delegator: true, delegate: true } });
    if (!delegation) throw ApplicationError.notFound(words.aDelegation);
    if (delegation.organisationId !== actor.organisationId) throw ApplicationError.forbidden(words.notYours);
    return delegation;
  }

  /** Everybody of the department who could sign in the actor's place. */
  async candidates(actor: Actor): Promise<User[]> {
    requirePermission(actor, 'delegation.manage');
    if (!actor.organisationId) return [];
    return this.dataSource.getRepository(User).find({ where: { organisationId: actor.organisationId, id: Not(actor.id), disabledAt: IsNull() }, order: { name: 'ASC' } });
  }
}
