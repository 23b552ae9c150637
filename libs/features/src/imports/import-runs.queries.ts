import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ImportRun } from './import-run.entity.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class ImportRunsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** One upload with whoever handed it in. @throws ApplicationError where there is none of that id */
  async byId(actor: Actor, id: string): Promise<ImportRun> {
    requirePermission(actor, 'import.read');
    const run = UUID.test(id) ? await this.dataSource.getRepository(ImportRun).findOne({ where: { id }, relations: { requestedByUser: true, release: true } }) : null;
    if (!run) throw ApplicationError.notFound('That import');
    return run;
  }

  /** The last uploads, the newest first; without what was found in them, which may be long. */
  async latest(actor: Actor, count: number): Promise<ImportRun[]> {
    requirePermission(actor, 'import.read');
    return this.dataSource.getRepository(ImportRun).find({
      select: {
        id: true, reference: true, fileName: true, bytes: true, state: true, options: { publishedAt: true }, progressBytes: true, releaseId: true,
        requestedAt: true, requestedByUser: { id: true, name: true },
      },
      relations: { requestedByUser: true },
      order: { requestedAt: 'DESC', id: 'ASC' },
      take: count,
    });
  }
}
