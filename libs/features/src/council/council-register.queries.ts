import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { COUNCIL_ROLES, type Role } from '#domain/access/roles.js';
import { FIRST_QUORUM_RULE, type QuorumRule } from '#domain/council/council-decision.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { CouncilBudget } from './council-budget.entity.js';
import { CouncilMember } from './council-member.entity.js';
import { CouncilQuorumRule } from './council-quorum-rule.entity.js';
import { CouncilRegisterChange } from './council-register-change.entity.js';
import { councilWords } from './council.words.js';

/** An interest in its register, as far as the council's page shows it. */
export interface DeclaredInterest {
  personId: string;
  subject: string;
  what: string;
}

/** Everything that the public page says. */
export interface CouncilRegister {
  /** Who holds a role in the council, by name. */
  people: User[];
  terms: CouncilMember[];
  interests: DeclaredInterest[];
  budgets: CouncilBudget[];
  quorum: QuorumRule;
  changes: CouncilRegisterChange[];
}

@Injectable()
export class CouncilRegisterQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param today ISO date: interests that hold on it */
  async register(today: string): Promise<CouncilRegister> {
    return {
      people: await this.people(COUNCIL_ROLES),
      terms: await this.terms(),
      interests: await this.interests(today),
      budgets: await this.budgets(),
      quorum: await this.quorum(),
      changes: await this.dataSource.getRepository(CouncilRegisterChange).find({ order: { id: 'DESC' } }),
    };
  }

  /** Latest term first. */
  async terms(): Promise<CouncilMember[]> {
    return this.dataSource.getRepository(CouncilMember).find({ relations: { person: true }, order: { from: 'DESC', id: 'ASC' } });
  }

  async budgets(): Promise<CouncilBudget[]> {
    return this.dataSource.getRepository(CouncilBudget).find({ order: { year: 'DESC' } });
  }

  async quorum(): Promise<QuorumRule> {
    const [rule] = await this.dataSource.getRepository(CouncilQuorumRule).find({ order: { id: 'DESC' }, take: 1 });
    return rule ?? FIRST_QUORUM_RULE;
  }

  /** @throws ApplicationError 404 */
  async term(actor: Actor, id: string): Promise<CouncilMember> {
    requirePermission(actor, 'council.keep');
    return found(await this.dataSource.getRepository(CouncilMember).findOne({ where: { id }, relations: { person: true } }), councilWords.member.aTerm);
  }

  /** @throws ApplicationError 404 */
  async budget(actor: Actor, id: string): Promise<CouncilBudget> {
    requirePermission(actor, 'council.keep');
    return found(await this.dataSource.getRepository(CouncilBudget).findOneBy({ id }), councilWords.budget.aBudget);
  }

  /** Whose term can be entered: everybody who holds a role in the council. */
  async candidates(actor: Actor): Promise<User[]> {
    requirePermission(actor, 'council.keep');
    return this.people(COUNCIL_ROLES);
  }

  private async people(roles: readonly Role[]): Promise<User[]> {
    return this.dataSource
      .getRepository(User)
      .createQueryBuilder('person')
      .leftJoinAndSelect('person.homeOrganisation', 'home')
      .where('person.roles && :roles AND person.disabledAt IS NULL', { roles })
      .orderBy('person.name')
      .addOrderBy('person.id')
      .getMany();
  }

  private async interests(today: string): Promise<DeclaredInterest[]> {
    return this.dataSource.query(
      `SELECT i.person_id AS "personId", coalesce(m.focus_area, o.name) AS subject, i.what
         FROM reviewer_interests i LEFT JOIN missions m ON m.id = i.mission_id LEFT JOIN organisations o ON o.id = i.organisation_id
        WHERE i.from_date <= $1 AND (i.to_date IS NULL OR i.to_date >= $1) ORDER BY i.from_date, i.id`,
      [today],
    );
  }
}

function found<Line>(line: Line | null, what: string): Line {
  if (!line) throw ApplicationError.notFound(what);
  return line;
}
