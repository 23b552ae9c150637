import { Injectable } from '@nestjs/common';
import { type Actor, may } from '#domain/access/permissions.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Release } from './release.entity.js';
import { ReleasesQueries } from './releases.queries.js';

/** Who may know of which release: everybody from its hour on, statisticians before. */
@Injectable()
export class ReleaseAccess {
  constructor(private readonly releases: ReleasesQueries) {}

  isStatistician(actor: Actor): boolean {
    return may(actor, 'observation.import');
  }

  /**
   * @param id as in an address
   * @throws ApplicationError where there is none that this actor may know of: one under embargo is answered like none
   */
  async find(actor: Actor, id: string): Promise<Release> {
    const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0;
    const release = await this.releases.byId(number, { embargoed: this.isStatistician(actor) });
    if (!release) throw ApplicationError.notFound('That release');
    return release;
  }
}
