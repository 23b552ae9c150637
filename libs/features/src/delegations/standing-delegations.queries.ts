import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import { StandIns, type StoodInFor } from '#features/access/stand-ins.js';
import { londonDate } from '#platform/clock/clock.js';
import { Delegation } from './delegation.entity.js';

/** The same rule as `standing` below, for the row of a person. */
const STANDING = `(
  SELECT jsonb_build_object('id', sro.id, 'name', sro.name)
    FROM delegations delegation JOIN users sro ON sro.id = delegation.delegator_id
   WHERE delegation.delegate_id = person.id AND delegation.organisation_id = person.organisation_id AND delegation.ended_at IS NULL
     AND delegation.from_on <= :today AND delegation.to_on >= :today
     AND sro.disabled_at IS NULL AND sro.organisation_id = person.organisation_id AND 'sro' = ANY(sro.roles)
   LIMIT 1)`;

/** Finds the delegation that holds at an instant. Days are London's: it holds from the first midnight to the last. */
@Injectable()
export class StandingDelegations implements OnModuleInit {
  constructor(private readonly standIns: StandIns) {}

  onModuleInit(): void {
    this.standIns.register(STANDING);
  }

  /** The SRO in whose place a person of the department may sign; undefined where there is none, or the SRO is one no more. */
  async standingFor(manager: EntityManager, delegateId: string, organisationId: string, at: Date): Promise<StoodInFor | undefined> {
    const found = await this.standing(manager, delegateId, organisationId, at).getOne();
    return found ? { id: found.delegator.id, name: found.delegator.name } : undefined;
  }

  /** The same inside a move: nobody ends it between this look and the commit. */
  async lockedFor(manager: EntityManager, delegateId: string, organisationId: string, at: Date): Promise<StoodInFor | undefined> {
    const found = await this.standing(manager, delegateId, organisationId, at).setLock('pessimistic_read').getOne();
    return found ? { id: found.delegator.id, name: found.delegator.name } : undefined;
  }

  /** Everybody who stands in for an SRO of the department at an instant. */
  async delegatesOf(manager: EntityManager, organisationId: string, at: Date): Promise<string[]> {
    const day = londonDate(at);
    const found = await manager.findBy(Delegation, { organisationId, fromOn: LessThanOrEqual(day), toOn: MoreThanOrEqual(day), endedAt: IsNull() });
    return found.map(({ delegateId }) => delegateId);
  }

  private standing(manager: EntityManager, delegateId: string, organisationId: string, at: Date): SelectQueryBuilder<Delegation> {
    return manager
      .createQueryBuilder(Delegation, 'delegation')
      .innerJoinAndSelect('delegation.delegator', 'sro')
      .where('delegation.delegateId = :delegateId AND delegation.organisationId = :organisationId', { delegateId, organisationId })
      .andWhere('delegation.fromOn <= :day AND delegation.toOn >= :day AND delegation.endedAt IS NULL', { day: londonDate(at) })
      .andWhere(`sro.disabledAt IS NULL AND sro.organisationId = :organisationId AND 'sro' = ANY(sro.roles)`);
  }
}
