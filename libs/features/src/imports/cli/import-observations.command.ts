import { statSync } from 'node:fs';
import path from 'node:path';
import cliProgress from 'cli-progress';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { type ImportReport, RefusedFile } from '#features/observations/import-report.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';

interface ImportObservationsOptions {
  metric?: string;
  publisher?: string;
  published?: string;
  dryRun?: boolean;
}

@SubCommand({ name: 'observations', arguments: '<file>', description: 'Load a file of published figures as a release; all or nothing' })
export class ImportObservationsCommand extends CommandRunner {
  constructor(private readonly importer: ObservationsImportService) {
    super();
  }

  async run([file = '']: string[], options: ImportObservationsOptions): Promise<void> {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`${file} is no file that can be read`);
    const bar = progressBar(statSync(file).size);
    try {
      const report = await this.importer.importFile(systemActor('command', 'import observations'), {
        path: path.resolve(file),
        fileName: path.basename(file),
        ...(options.metric ? { metric: options.metric } : {}),
        ...(options.publisher ? { publisher: options.publisher } : {}),
        ...(options.published ? { publishedOn: options.published } : {}),
        dryRun: options.dryRun ?? false,
        onProgress: ({ bytes }) => bar?.update(bytes),
      });
      bar?.stop();
      // a dry run that only counts the faults would leave people to find them
      if (report.dryRun && (report.rowsRejected > 0 || report.unknownIndicators.length > 0)) throw new RefusedFile(report);
      process.stdout.write(linesOf(report));
    } catch (error) {
      bar?.stop();
      if (error instanceof RefusedFile) process.stdout.write(linesOf(error.report));
      throw error;
    }
  }

  @Option({ flags: '--metric <slug>', description: 'the file is of this metric: rows of others are refused' })
  parseMetric(slug: string): string {
    return slug;
  }

  @Option({ flags: '--publisher <name>', description: 'who published it' })
  parsePublisher(name: string): string {
    return name;
  }

  @Option({ flags: '--published <date>', description: 'when it was published, as YYYY-MM-DD' })
  parsePublished(date: string): string {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`--published: ${date} is no date like 2026-06-26`);
    return date;
  }

  @Option({ flags: '--dry-run', description: 'say what would be read and change nothing' })
  parseDryRun(): boolean {
    return true;
  }
}

/** Shown to people only: a log of a bar is noise. */
function progressBar(bytes: number): cliProgress.SingleBar | undefined {
  if (!process.stderr.isTTY) return undefined;
  const bar = new cliProgress.SingleBar({ format: 'Reading {bar} {percentage}%', stream: process.stderr, clearOnComplete: true });
  bar.start(bytes, 0);
  return bar;
}

function linesOf(report: ImportReport): string {
  const { unknownIndicators, unconfirmedAreas } = report;
  const lines = [
    report.alreadyLoaded ? `${report.fileName} is loaded already; nothing was changed` : `${report.fileName}, SHA-256 ${report.checksum}`,
    `rows read      ${report.rowsRead}`,
    `with a value   ${report.rowsWithValue}`,
    `missing        ${report.rowsMissing}`,
    `rejected       ${report.rowsRejected}`,
    `areas not known       ${unconfirmedAreas.length}${unconfirmedAreas.length > 0 ? `: ${unconfirmedAreas.map(({ code, name }) => `${code} ${name}`).join('; ')}` : ''}`,
    `indicators not known  ${unknownIndicators.length}${unknownIndicators.length > 0 ? `: ${unknownIndicators.map(({ indicator, rows }) => `“${indicator}” (${rows} rows)`).join('; ')}` : ''}`,
    ...(report.dryRun ? ['A dry run: nothing was changed'] : report.releaseId !== null && !report.alreadyLoaded ? [`Loaded as release ${report.releaseId}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
