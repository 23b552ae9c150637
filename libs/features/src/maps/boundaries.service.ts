import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { BoundaryFile } from './boundary-file.entity.js';
import { tileShapes } from './tile-shapes.js';
import { topologyShapes } from './topology-shapes.js';

/** Outlines that maps are drawn from. */
@Injectable()
export class BoundariesService {
  /** A file never changes, so it is read once. */
  private kept: BoundaryFile | undefined;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The outlines that stand: those of the newest file; null before any is loaded. */
  async current(): Promise<BoundaryFile | null> {
    const files = this.unitOfWork.reader.getRepository(BoundaryFile);
    const [newest] = await files.find({ select: { id: true }, order: { id: 'DESC' }, take: 1 });
    if (!newest) return null;
    if (this.kept?.id !== newest.id) this.kept = await files.findOneByOrFail({ id: newest.id });
    return this.kept;
  }

  /**
   * Loads a TopoJSON with outlines, or a table of tiles (CSV); the same as the one that stands changes nothing.
   * @throws ApplicationError for a file that cannot be read
   */
  async importFile(actor: Actor, { fileName, text }: { fileName: string; text: string }): Promise<{ changed: boolean; kind: BoundaryFile['kind']; shapes: number }> {
    requirePermission(actor, 'observation.import');
    const kind = /\.csv$/i.test(fileName) ? 'tiles' : 'outlines';
    const read = kind === 'tiles' ? tileShapes(text) : topologyShapes(text);
    const checksum = createHash('sha256').update(text).digest('hex');
    const standing = await this.current();
    if (standing?.checksum === checksum) return { changed: false, kind, shapes: read.shapes.length };
    await this.unitOfWork.run({ actor: auditName(actor), event: 'BOUNDARIES_IMPORTED', subject: 'boundary-file:new', facts: { checksum, kind, shapes: read.shapes.length } }, async (tx) => {
      const { id } = await tx.repository(BoundaryFile).save({ checksum, fileName, kind, ...read, importedAt: tx.now, importedBy: auditName(actor) });
      tx.describe({}, `boundary-file:${id}`);
    });
    return { changed: true, kind, shapes: read.shapes.length };
  }
}
