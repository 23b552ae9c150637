import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { StandIns } from './stand-ins.js';
import { User } from './user.entity.js';

/** Turns a session's user id into the actor of a request. */
@Injectable()
export class ActorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standIns: StandIns,
  ) {}

  /** @returns undefined for unknown and disabled people: their sessions are worth nothing from the next request on. */
  async actorOf(userId: string): Promise<Actor | undefined> {
    const user = await this.dataSource.getRepository(User).findOneBy({ id: userId });
    return user && !user.disabledAt ? this.withLent(actorOfUser(user)) : undefined;
  }

  /** The person with what a delegation lends them today; whoever is an SRO signs in their own right. */
  async withLent(actor: Actor): Promise<Actor> {
    if (actor.organisationId === null || actor.roles.includes('sro')) return actor;
    const standsInFor = await this.standIns.of({ id: actor.id, organisationId: actor.organisationId });
    return standsInFor ? { ...actor, standsInFor } : actor;
  }
}

/** The person as services and rules know them. */
export function actorOfUser({ id, name, roles, organisationId, homeOrganisationId }: User): Actor {
  return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
}
