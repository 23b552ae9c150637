import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { Clock } from '#platform/clock/clock.js';
import { StandIns, type StoodInFor } from './stand-ins.js';
import { User } from './user.entity.js';

/** Turns a session's user id into the actor of a request. */
@Injectable()
export class ActorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standIns: StandIns,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined for unknown and disabled people: their sessions are worth nothing from the next request on. */
  async actorOf(userId: string): Promise<Actor | undefined> {
    const { entities, raw } = await this.dataSource
      .getRepository(User)
      .createQueryBuilder('person')
      .addSelect(this.standIns.expression, 'stands_in_for')
      .where('person.id = :userId', { userId })
      .setParameter('today', this.clock.today())
      .getRawAndEntities<{ stands_in_for: StoodInFor | null }>();
    const [user] = entities;
    if (!user || user.disabledAt) return undefined;
    const standsInFor = raw[0]?.stands_in_for;
    // whoever is an SRO signs in their own right
    return standsInFor && !user.roles.includes('sro') ? { ...actorOfUser(user), standsInFor } : actorOfUser(user);
  }
}

/** The person as services and rules know them. */
export function actorOfUser({ id, name, roles, organisationId, homeOrganisationId }: User): Actor {
  return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
}
