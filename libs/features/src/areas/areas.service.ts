import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Area } from './area.entity.js';
import { type RegisteredArea, readRegister } from './register-file.js';

/** What an import of a register did. */
export interface RegisterImport {
  changed: boolean;
  areas: number;
  added: number;
  updated: number;
}

/** Rows a statement: PostgreSQL takes 65,535 parameters. */
const ROWS_A_STATEMENT = 1000;

@Injectable()
export class AreasService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Loads a register of areas. What it names is confirmed from then on; areas that it does not name are left.
   * @throws ApplicationError naming every fault with its line; then nothing is changed
   */
  async importRegister(actor: Actor, { text }: { fileName: string; text: string }): Promise<RegisterImport> {
    requirePermission(actor, 'observation.import');
    const known = new Map((await this.unitOfWork.reader.getRepository(Area).find()).map((area) => [area.code, area]));
    const register = readRegister(text, new Set(known.keys()));
    const changed = register.filter((area) => !saysTheSame(area, known.get(area.code)));
    const added = changed.filter(({ code }) => !known.has(code)).length;
    const report = { changed: changed.length > 0, areas: register.length, added, updated: changed.length - added };
    if (!report.changed) return report;
    await this.unitOfWork.run(
      { actor: auditName(actor), event: 'AREAS_IMPORTED', subject: 'register:areas', facts: { ...report } },
      async (tx) => {
        await lockAreas(tx);
        for (let from = 0; from < changed.length; from += ROWS_A_STATEMENT) {
          await tx.repository(Area).upsert(changed.slice(from, from + ROWS_A_STATEMENT), { conflictPaths: ['code'] });
        }
      },
    );
    return report;
  }
}

/** One writer of areas at a time, to the end of its transaction: two imports could each wait for a code of the other. */
export async function lockAreas(tx: Transaction): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['waymark areas']);
}

function saysTheSame(said: RegisteredArea, area: Area | undefined): boolean {
  if (!area) return false;
  const { id: _, ...known } = area;
  return isDeepStrictEqual(known, said);
}
