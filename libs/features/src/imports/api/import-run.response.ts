import { ApiProperty } from '@nestjs/swagger';
import { IMPORT_STATES, type ImportState } from '#domain/imports/import-state.js';
import { AttributedResponse } from '#platform/api/attribution.response.js';
import { type ImportRun } from '../import-run.entity.js';
import { importsPaths } from '../imports.paths.js';

export class ImportProgressResponse {
  @ApiProperty({ type: 'integer', description: 'Read so far' })
  bytes: number;

  @ApiProperty({ type: 'integer' })
  totalBytes: number;

  @ApiProperty({ type: 'integer' })
  rows: number;
}

export class UnknownIndicatorResponse {
  @ApiProperty()
  indicator: string;

  @ApiProperty({ type: 'integer' })
  rows: number;
}

export class ImportReportResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Name of the layout that was understood' })
  layout: string | null;

  @ApiProperty({ type: 'integer' })
  rowsRead: number;

  @ApiProperty({ type: 'integer' })
  rowsWithValue: number;

  @ApiProperty({ type: 'integer' })
  rowsMissing: number;

  @ApiProperty({ type: 'integer', description: 'With their reasons at `rejects`' })
  rowsRejected: number;

  @ApiProperty({ type: 'integer', description: 'Figures kept, blank ones too' })
  figures: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'Figures by slug of metric' })
  figuresByMetric: Record<string, number>;

  @ApiProperty({ type: [UnknownIndicatorResponse], description: 'Indicators that the catalogue does not know' })
  unknownIndicators: UnknownIndicatorResponse[];

  @ApiProperty({ type: [String], description: 'Codes that the register of areas does not know' })
  unconfirmedAreas: string[];

  @ApiProperty({ type: 'integer' })
  warnings: number;

  @ApiProperty({ description: 'The very same file was loaded before; nothing was changed' })
  alreadyLoaded: boolean;
}

export class ImportRefusalResponse {
  @ApiProperty({ example: 'file-refused' })
  code: string;

  @ApiProperty()
  message: string;

  @ApiProperty({ type: [String] })
  reasons: string[];
}

/** An upload on its way to a release. */
export class ImportRunResponse extends AttributedResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'IM-2026-7K3DC' })
  reference: string;

  @ApiProperty({ enum: Object.keys(IMPORT_STATES), description: 'uploaded, checking and loading go on by themselves; loaded and discarded are the end' })
  state: ImportState;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: 'SHA-256 of the file' })
  checksum: string;

  @ApiProperty()
  dryRun: boolean;

  @ApiProperty({ type: ImportProgressResponse })
  progress: ImportProgressResponse;

  @ApiProperty({ type: ImportReportResponse, nullable: true, description: 'What was found in the file; null before it was read, and while it is' })
  report: ImportReportResponse | null;

  @ApiProperty({ type: ImportRefusalResponse, nullable: true, description: 'Why nothing was loaded' })
  refusal: ImportRefusalResponse | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Number of the release' })
  release: number | null;

  @ApiProperty({ description: 'Where this answer is to be had again' })
  self: string;

  @ApiProperty({ description: 'Rejected rows with their reasons, as CSV' })
  rejects: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;
}

export function importRunResponse(run: ImportRun): ImportRunResponse {
  const { id, reference, state, fileName, checksum, dryRun, report, refusal, releaseId, requestedAt, finishedAt } = run;
  return Object.assign(new ImportRunResponse(), {
    id,
    reference,
    state,
    fileName,
    checksum,
    dryRun,
    progress: { bytes: run.progressBytes, totalBytes: run.bytes, rows: run.progressRows },
    report: report ? reportResponse(report) : null,
    refusal: refusal ? { code: refusal.code, message: refusal.message, reasons: refusal.reasons } : null,
    release: releaseId,
    self: importsPaths.api(id),
    rejects: `${importsPaths.api(id)}/rejects.csv`,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  });
}

function reportResponse(report: NonNullable<ImportRun['report']>): ImportReportResponse {
  const { layout, rowsRead, rowsWithValue, rowsMissing, rowsRejected, figures, rowsByMetric, unknownIndicators, unconfirmedAreas, warningCount, alreadyLoaded } = report;
  return {
    layout: layout?.name ?? null,
    rowsRead,
    rowsWithValue,
    rowsMissing,
    rowsRejected,
    figures,
    figuresByMetric: rowsByMetric,
    unknownIndicators: unknownIndicators.map(({ indicator, rows }) => ({ indicator, rows })),
    unconfirmedAreas: unconfirmedAreas.map(({ code }) => code),
    warnings: warningCount,
    alreadyLoaded,
  };
}
