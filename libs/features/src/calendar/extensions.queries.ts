import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { ApplicationError } from '#platform/errors/application-error.js';
import { calendarWords as words } from './calendar.words.js';
import { ExtensionRequest } from './extension-request.entity.js';

/** Reads of extensions, newest first; their submissions come with department, mission and framework. */
@Injectable()
export class ExtensionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param missionId of one mission only */
  async all({ missionId, submissionId }: { missionId?: string; submissionId?: string } = {}): Promise<ExtensionRequest[]> {
    const query = this.select().orderBy('request.askedAt', 'DESC').addOrderBy('request.id');
    if (missionId !== undefined) query.andWhere('submission.missionId = :missionId', { missionId });
    if (submissionId !== undefined) query.andWhere('submission.id = :submissionId', { submissionId });
    return query.getMany();
  }

  /** @throws ApplicationError 404 */
  async byId(id: string): Promise<ExtensionRequest> {
    const request = await this.select().where('request.id = :id', { id }).getOne();
    if (!request) throw ApplicationError.notFound(words.extension.one);
    return request;
  }

  private select(): SelectQueryBuilder<ExtensionRequest> {
    return this.dataSource
      .getRepository(ExtensionRequest)
      .createQueryBuilder('request')
      .innerJoinAndSelect('request.submission', 'submission')
      .innerJoinAndSelect('submission.organisation', 'organisation')
      .innerJoinAndSelect('submission.framework', 'framework')
      .leftJoinAndSelect('submission.mission', 'mission');
  }
}
