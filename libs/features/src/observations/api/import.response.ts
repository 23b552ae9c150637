import { ApiProperty } from '@nestjs/swagger';
import { type Release } from '#features/releases/release.entity.js';

/** A file of figures as published, and what became of its rows. */
export class ImportResponse {
  @ApiProperty({ type: 'integer', description: 'Number of the release' })
  release: number;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: 'SHA-256 of the file' })
  checksum: string;

  @ApiProperty()
  publisher: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn: string | null;

  @ApiProperty({ format: 'date-time' })
  importedAt: string;

  @ApiProperty({ type: 'integer' })
  rowsRead: number;

  @ApiProperty({ type: 'integer' })
  rowsWithValue: number;

  @ApiProperty({ type: 'integer', description: 'Rows that the publisher left blank, with a marker' })
  rowsMissing: number;

  @ApiProperty({ type: 'integer', description: 'Rows at fault that were left out' })
  rowsRejected: number;

  @ApiProperty({ type: [String], description: 'Codes that were not in the register of areas' })
  unconfirmedAreas: string[];
}

export function importResponse(release: Release): ImportResponse {
  const { id, fileName, checksum, publisher, publishedOn, importedAt, rowsRead, rowsWithValue, rowsMissing, rowsRejected, unconfirmedAreas } = release;
  return { release: id, fileName, checksum, publisher, publishedOn, importedAt: importedAt.toISOString(), rowsRead, rowsWithValue, rowsMissing, rowsRejected, unconfirmedAreas };
}
