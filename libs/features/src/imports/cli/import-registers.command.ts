import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { reportInLines } from '#features/areas/geography-report.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { readText, readTexts } from './import-file.js';

@SubCommand({ name: 'metrics', arguments: '<file>', description: 'Load the catalogue of metrics (YAML): unit, direction and source of each' })
export class ImportMetricsCommand extends CommandRunner {
  constructor(private readonly metrics: MetricsService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    await this.metrics.importCatalogue(systemActor('command', 'import metrics'), await readText(file));
    process.stdout.write(`The catalogue is as in ${file}\n`);
  }
}

interface ImportAreasOptions {
  edition?: number;
}

@SubCommand({
  name: 'areas',
  arguments: '<path>',
  description: 'Load areas from a file or a folder: our own register, or the published lists of codes, parents, look-ups, neighbours and clusters; whole or not at all',
})
export class ImportAreasCommand extends CommandRunner {
  constructor(private readonly areas: AreasService) {
    super();
  }

  async run([path = '']: string[], { edition }: ImportAreasOptions): Promise<void> {
    const { files, left } = await readTexts(path, ['.csv', '.json']);
    if (files.length === 0) throw new Error(`${path} holds no file of areas (CSV or JSON)`);
    const report = await this.areas.importGeography(systemActor('command', 'import areas'), { files, ...(edition === undefined ? {} : { edition }) });
    const lines = [...reportInLines(report), ...left.map((name) => `${name}: neither CSV nor JSON, left alone`)];
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  @Option({ flags: '--edition <year>', description: 'year of the boundaries, where the files do not say it' })
  parseEdition(year: string): number {
    if (!/^(19|20)\d\d$/.test(year)) throw new Error(`--edition: ${year} is no year like 2025`);
    return Number(year);
  }
}
