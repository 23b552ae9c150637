import { CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { FrameworksService } from '#features/frameworks/frameworks.service.js';
import { readText } from './import-file.js';

@SubCommand({ name: 'framework', arguments: '<file>', description: 'Check and load a framework of missions (YAML); every fault is named with its line' })
export class ImportFrameworkCommand extends CommandRunner {
  constructor(private readonly frameworks: FrameworksService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    const loaded = await this.frameworks.importFramework(systemActor('command', 'import framework'), await readText(file));
    process.stdout.write(
      loaded.changed
        ? `Loaded the framework ${loaded.slug}: ${loaded.missions} missions, ${loaded.targets} targets\n`
        : `The framework ${loaded.slug} is loaded already from this very file; nothing was changed\n`,
    );
  }
}
