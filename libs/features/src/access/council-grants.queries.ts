import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { decisionRefusals } from '#domain/access/council-grants.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { requirePermission } from './access.guard.js';
import { accessWords } from './access.words.js';
import { CouncilGrant } from './council-grant.entity.js';
import { User } from './user.entity.js';

@Injectable()
export class CouncilGrantsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Every line, for everybody: what waits, then the newest first. */
  async register(): Promise<CouncilGrant[]> {
    const lines = await this.dataSource.getRepository(CouncilGrant).find({ order: { proposedAt: 'DESC', personName: 'ASC', role: 'ASC', id: 'ASC' } });
    return [...lines.filter(({ state }) => state === 'proposed'), ...lines.filter(({ state }) => state !== 'proposed')];
  }

  /** @throws ApplicationError 404 */
  async byId(actor: Actor, id: string): Promise<CouncilGrant> {
    requirePermission(actor, 'council-role.propose');
    const grant = await this.dataSource.getRepository(CouncilGrant).findOneBy({ id });
    if (!grant) throw ApplicationError.notFound(accessWords.grants.aProposal);
    return grant;
  }

  /** Why somebody may not decide on it; none where they may. */
  async barsOf(actor: Actor, grant: CouncilGrant): Promise<string[]> {
    const everChaired = await this.dataSource.getRepository(CouncilGrant).existsBy({ role: 'council-chair', kind: 'grant', state: 'confirmed' });
    return decisionRefusals({ id: actor.id, roles: actor.roles, disabled: false }, grant, everChaired).map(({ message }) => message);
  }

  /** Whom a role may be proposed for: everybody else who can sign in. */
  async candidates(actor: Actor): Promise<User[]> {
    requirePermission(actor, 'council-role.propose');
    return this.dataSource
      .getRepository(User)
      .find({ where: { id: Not(actor.id) }, relations: { organisation: true }, order: { name: 'ASC', id: 'ASC' } })
      .then((people) => people.filter(({ disabledAt }) => disabledAt === null));
  }
}
