import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import cliProgress from 'cli-progress';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { type ImportReport } from '#features/observations/import-report.js';
import { type Confirmations, type ImportRequest } from '#features/observations/import-request.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { RefusedFile } from '#features/observations/refused-file.js';
import { rejectsCsv } from '#features/observations/rejects-csv.js';
import { readText } from './import-file.js';
import { faultLines, linesOf } from './import-lines.js';

interface ImportObservationsOptions {
  metric?: string;
  publisher?: string;
  published?: string;
  layout?: string;
  period?: string;
  provisional?: string[];
  wholeSeries?: boolean;
  confirmUnit?: string;
  confirmDirection?: string;
  acceptRejects?: boolean;
  rejects?: string;
  dryRun?: boolean;
}

@SubCommand({ name: 'observations', arguments: '<file>', description: 'Load a file of published figures as a release; all or nothing' })
export class ImportObservationsCommand extends CommandRunner {
  constructor(private readonly importer: ObservationsImportService) {
    super();
  }

  async run([file = '']: string[], options: ImportObservationsOptions): Promise<void> {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`${file} is no file that can be read`);
    const request = await requestOf(file, options);
    const bar = progressBar(statSync(file).size);
    try {
      const report = await this.importer.importFile(systemActor('command', 'import observations'), {
        ...request,
        onProgress: ({ bytes }) => bar?.update(bytes),
      });
      bar?.stop();
      process.stdout.write(linesOf(report));
      process.stdout.write(faultLines(report));
      keepRejects(options.rejects, report);
    } catch (error) {
      bar?.stop();
      if (error instanceof RefusedFile) {
        process.stdout.write(linesOf(error.report));
        keepRejects(options.rejects, error.report);
      }
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

  @Option({ flags: '--published <date>', description: 'when it was or will be published: 2026-06-26 (9:30 in London) or 2026-06-26T09:30' })
  parsePublished(date: string): string {
    if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(date)) throw new Error(`--published: ${date} is no date like 2026-06-26 or 2026-06-26T09:30`);
    return date;
  }

  @Option({ flags: '--layout <layout>', description: 'read it by this layout: a YAML file, or the name of a layout that is known' })
  parseLayout(layout: string): string {
    return layout;
  }

  @Option({ flags: '--period <period>', description: 'the period of all figures, where the file has none: 2023-04-01/P1Y' })
  parsePeriod(period: string): string {
    return period;
  }

  @Option({ flags: '--provisional <period>', description: 'figures of this period will still change; may be given again' })
  parseProvisional(period: string, others: string[] = []): string[] {
    return [...others, period];
  }

  @Option({ flags: '--whole-series', description: 'the file is the whole series: earlier figures that it lacks are withdrawn' })
  parseWholeSeries(): boolean {
    return true;
  }

  @Option({ flags: '--confirm-unit <reason>', description: 'unit or measure are new, and the series begins anew: why' })
  parseConfirmUnit(reason: string): string {
    return reason;
  }

  @Option({ flags: '--confirm-direction <reason>', description: 'the file’s polarity is wrong and the catalogue right: why' })
  parseConfirmDirection(reason: string): string {
    return reason;
  }

  @Option({ flags: '--accept-rejects', description: 'leave rows at fault out, and load the rest' })
  parseAcceptRejects(): boolean {
    return true;
  }

  @Option({ flags: '--rejects <file>', description: 'write the rows at fault to this CSV, each with its reason' })
  parseRejects(file: string): string {
    return file;
  }

  @Option({ flags: '--dry-run', description: 'say what would be read and change nothing' })
  parseDryRun(): boolean {
    return true;
  }
}

async function requestOf(file: string, options: ImportObservationsOptions): Promise<ImportRequest> {
  const { metric, publisher, published, layout, period, provisional, confirmUnit, confirmDirection } = options;
  const confirm: Confirmations = {
    ...(confirmUnit === undefined ? {} : { unit: confirmUnit }),
    ...(confirmDirection === undefined ? {} : { direction: confirmDirection }),
  };
  return {
    path: path.resolve(file),
    fileName: path.basename(file),
    ...(metric ? { metric } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published ? { publishedAt: published } : {}),
    ...(layout === undefined ? {} : await layoutOption(layout)),
    ...(period ? { period } : {}),
    ...(provisional ? { provisional } : {}),
    wholeSeries: options.wholeSeries ?? false,
    confirm,
    acceptRejects: options.acceptRejects ?? false,
    dryRun: options.dryRun ?? false,
  };
}

/** A file of that path, or else a name. */
async function layoutOption(layout: string): Promise<Pick<ImportRequest, 'layout' | 'layoutText'>> {
  const isFile = statSync(layout, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile && /[./]/.test(layout)) throw new Error(`--layout: ${layout} is no file that can be read`);
  return isFile ? { layoutText: (await readText(layout)).text } : { layout };
}

function keepRejects(file: string | undefined, report: ImportReport): void {
  if (file === undefined || report.alreadyLoaded) return;
  writeFileSync(file, rejectsCsv(report));
  process.stdout.write(`${report.rejected.length} rows at fault are in ${file}\n`);
}

/** Shown to people only: a log of a bar is noise. */
function progressBar(bytes: number): cliProgress.SingleBar | undefined {
  if (!process.stderr.isTTY) return undefined;
  const bar = new cliProgress.SingleBar({ format: 'Reading {bar} {percentage}%', stream: process.stderr, clearOnComplete: true });
  bar.start(bytes, 0);
  return bar;
}
