import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { isInOffice } from '#domain/directors/director-blockers.js';
import { User } from '#features/access/user.entity.js';
import { Area } from '#features/areas/area.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Director } from './director.entity.js';

/** Reads of the directory; all of it is public. */
@Injectable()
export class DirectorsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everybody who is or was a director, by name. */
  async all(): Promise<Director[]> {
    return this.dataSource.getRepository(Director).find({ order: { name: 'ASC', since: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async byId(id: string): Promise<Director> {
    const director = await this.dataSource.getRepository(Director).findOneBy({ id });
    if (!director) throw ApplicationError.notFound('That director');
    return director;
  }

  /** Those in office today for a place. */
  async ofPlace(code: string): Promise<Director[]> {
    const rows = await this.dataSource.getRepository(Director).createQueryBuilder('director').where(':code = ANY (director.places)', { code }).orderBy('director.name').getMany();
    return rows.filter((row) => isInOffice(row, this.clock.today()));
  }

  /** Codes of the places for which somebody is director today. */
  async placesOf(userId: string): Promise<string[]> {
    const rows = await this.dataSource.getRepository(Director).findBy({ userId });
    return [...new Set(rows.filter((row) => isInOffice(row, this.clock.today())).flatMap(({ places }) => places))];
  }

  /** Names of places by code. */
  async placeNames(codes: readonly string[]): Promise<Map<string, string>> {
    const areas = await this.dataSource.getRepository(Area).findBy({ code: In([...codes]) });
    return new Map(areas.map(({ code, name }) => [code, name]));
  }

  /** Accounts that bear the role. */
  async accounts(): Promise<User[]> {
    return this.dataSource.getRepository(User).createQueryBuilder('person').where(`'director' = ANY (person.roles) AND person.disabledAt IS NULL`).orderBy('person.name').getMany();
  }
}
