import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { LOGGER } from '#platform/logging/logging.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { builtInLayouts } from './built-in-layouts.js';
import { firstRows, type RecognisedLayout, recognise } from './file-head.js';
import { type LayoutFile } from './layout-file.js';
import { readLayout } from './layout-reading.js';
import { type PublishedFile } from './published-file.js';
import { BrokenFile } from './refused-file.js';
import { StoredLayout } from './stored-layout.entity.js';

/** What saving a layout did. */
export interface LayoutSaved {
  name: string;
  /** False where the very same text was there already. */
  changed: boolean;
}

/** A layout that can be named at an import. */
export interface KnownLayout {
  name: string;
  title: string;
  builtIn: boolean;
}

/** A layout, with its text where somebody here has written it. */
interface WrittenLayout {
  layout: LayoutFile;
  text?: string;
}

/** The layouts of files: those that come with Waymark, and those that statisticians have written. */
@Injectable()
export class LayoutsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Keeps a layout under its name, in the place of an earlier text of that name.
   * @throws ApplicationError naming every fault with its line, or where the name belongs to a layout of Waymark's own
   */
  async save(actor: Actor, { text }: { text: string }): Promise<LayoutSaved> {
    requirePermission(actor, 'observation.import');
    const { name } = readLayout(text);
    if (builtInLayouts().some((layout) => layout.name === name)) {
      throw ApplicationError.invalid([{ code: 'name-taken', message: `a layout of Waymark’s own is called ${name}: give yours another name`, field: 'name' }]);
    }
    const known = await this.unitOfWork.reader.getRepository(StoredLayout).findOneBy({ name });
    if (known?.text === text) return { name, changed: false };
    const move = { actor: auditName(actor), event: 'LAYOUT_SAVED', subject: `layout:${name}`, facts: { name, replaced: known !== null } };
    await this.unitOfWork.run(move, async (tx) => {
      await tx.repository(StoredLayout).upsert({ name, text, createdAt: tx.now, createdBy: auditName(actor) }, { conflictPaths: ['name'] });
    });
    return { name, changed: true };
  }

  /** @throws ApplicationError where nobody has written a layout of that name */
  async remove(actor: Actor, { name }: { name: string }): Promise<void> {
    requirePermission(actor, 'observation.import');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'LAYOUT_REMOVED', subject: `layout:${name}` }, async (tx) => {
      const found = await tx.repository(StoredLayout).findOneBy({ name });
      if (!found) throw unknownLayout(name);
      tx.describe({ name, checksum: checksumOf(found.text) });
      await tx.repository(StoredLayout).delete(found.id);
    });
  }

  async known(): Promise<KnownLayout[]> {
    const stored = (await this.stored()).map(({ layout }) => layout);
    const line = (builtIn: boolean) => ({ name, title }: LayoutFile): KnownLayout => ({ name, title, builtIn });
    return [...builtInLayouts().filter(({ refuse }) => refuse === undefined).map(line(true)), ...stored.map(line(false))];
  }

  /**
   * The layout of a file: the one asked for, or else the one that its header fits.
   * @throws BrokenFile where none or several fit, or the file belongs elsewhere
   * @throws ApplicationError where the layout asked for has faults, or there is none of that name
   */
  async recognise(file: PublishedFile, { layout, layoutText }: { layout?: string; layoutText?: string }): Promise<RecognisedLayout> {
    const candidates = layoutText === undefined ? await this.candidates(layout) : [{ layout: readLayout(layoutText), text: layoutText }];
    const found = recognise(firstRows(await file.head()), candidates.map((candidate) => candidate.layout));
    const { refuse, name } = found.plan.layout;
    if (refuse !== undefined) throw new BrokenFile({ row: found.headerRow, column: '', value: name, reason: refuse });
    const text = candidates.find((candidate) => candidate.layout === found.plan.layout)?.text;
    return text === undefined ? found : { ...found, checksum: checksumOf(text) };
  }

  private async candidates(name: string | undefined): Promise<readonly WrittenLayout[]> {
    const builtIn = builtInLayouts().map((layout) => ({ layout }));
    if (name === undefined) return [...builtIn, ...(await this.stored())];
    const named = builtIn.filter(({ layout }) => layout.name === name);
    if (named.length > 0) return named;
    const row = await this.unitOfWork.reader.getRepository(StoredLayout).findOneBy({ name });
    if (!row) throw unknownLayout(name);
    return [{ layout: readLayout(row.text), text: row.text }];
  }

  /** Those that can be read: one that an earlier version has taken must not stop the files of all others. */
  private async stored(): Promise<WrittenLayout[]> {
    const rows = await this.unitOfWork.reader.getRepository(StoredLayout).find({ order: { name: 'ASC' } });
    return rows.flatMap(({ name, text }) => {
      try {
        return [{ layout: readLayout(text), text }];
      } catch (error) {
        if (!(error instanceof ApplicationError)) throw error;
        this.logger.warn({ layout: name, reasons: error.reasons }, 'a stored layout has faults and is left out: mend it, or remove it with import layout --remove');
        return [];
      }
    });
  }
}

function unknownLayout(name: string): ApplicationError {
  return ApplicationError.invalid([{ code: 'unknown-layout', message: `there is no layout ${name}`, field: 'layout' }]);
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
