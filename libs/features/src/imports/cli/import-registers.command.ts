import { CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { readText } from './import-file.js';

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

@SubCommand({ name: 'areas', arguments: '<file>', description: 'Load a register of areas (CSV): code, name, level, country, parent' })
export class ImportAreasCommand extends CommandRunner {
  constructor(private readonly areas: AreasService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    await this.areas.importRegister(systemActor('command', 'import areas'), await readText(file));
    process.stdout.write(`The register of areas has all of ${file}\n`);
  }
}
