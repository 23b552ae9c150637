import { Injectable } from '@nestjs/common';
import { type Repository } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { STATES_AT_WORK } from '#domain/imports/import-state.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { BARE, type BareRun, ImportRun } from './import-run.entity.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class ImportRunsQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One upload with whoever handed it in, without what was found in it. @throws ApplicationError where there is none of that id */
  async byId(actor: Actor, id: string): Promise<BareRun> {
    requirePermission(actor, 'import.read');
    const run = UUID.test(id)
      ? await this.runs.findOne({ select: { ...BARE, requestedByUser: { id: true, name: true } }, where: { id }, relations: { requestedByUser: true } })
      : null;
    if (!run) throw ApplicationError.notFound('That import');
    return run;
  }

  /**
   * The same with what was found: figures that may not be published yet, so the audit says who has read them. While work is on
   * its way nothing of it is shown, and a look at how far it is, every few seconds, leaves no line.
   */
  async read(actor: Actor, id: string): Promise<ImportRun> {
    const run = await this.byId(actor, id);
    if (STATES_AT_WORK.includes(run.state)) return { ...run, report: null };
    const facts = { state: run.state, ...(actor.tokenId === undefined ? {} : { token: actor.tokenId }) };
    await this.unitOfWork.run({ actor: auditName(actor), event: 'IMPORT_READ', subject: `import:${run.id}`, facts }, async () => undefined);
    const { report } = await this.runs.findOneOrFail({ select: { id: true, report: true }, where: { id } });
    return { ...run, report };
  }

  /** The last uploads, the newest first; without what was found in them, which may be long. */
  async latest(actor: Actor, count: number): Promise<ImportRun[]> {
    requirePermission(actor, 'import.read');
    return this.runs.find({
      select: {
        id: true, reference: true, fileName: true, bytes: true, state: true, options: { publishedAt: true }, progressBytes: true, releaseId: true,
        requestedAt: true, requestedByUser: { id: true, name: true },
      },
      relations: { requestedByUser: true },
      order: { requestedAt: 'DESC', id: 'ASC' },
      take: count,
    });
  }

  private get runs(): Repository<ImportRun> {
    return this.unitOfWork.reader.getRepository(ImportRun);
  }
}
