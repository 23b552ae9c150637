import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { User } from './user.entity.js';

/** Turns a session's user id into the actor of a request. */
@Injectable()
export class ActorsService {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns undefined for unknown and disabled people: their sessions are worth nothing from the next request on. */
  async actorOf(userId: string): Promise<Actor | undefined> {
    const user = await this.dataSource.getRepository(User).findOneBy({ id: userId });
    return user && !user.disabledAt ? actorOfUser(user) : undefined;
  }
}

/** The person as services and rules know them. */
export function actorOfUser({ id, name, roles, organisationId, homeOrganisationId }: User): Actor {
  return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
}
