import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { editionNamedIn } from './edition-file.js';

/** Checksums of what is published here: for a file that came without its own. */
@Injectable()
export class PublishedChecksums {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns '' where the file names no edition that is on record here. */
  async of(bytes: Buffer): Promise<string> {
    const named = editionNamedIn(bytes.toString('utf8'));
    if (!named) return '';
    const [row]: { checksum: string }[] = await this.dataSource.query(
      'report' in named
        ? 'SELECT e.checksum FROM report_editions e JOIN reports r ON r.id = e.report_id WHERE r.reference = $1 AND e.number = $2'
        : 'SELECT e.checksum FROM last_editions e JOIN frameworks f ON f.id = e.framework_id WHERE f.slug = $1',
      'report' in named ? [named.report, named.edition] : [named.framework],
    );
    return row?.checksum ?? '';
  }
}
