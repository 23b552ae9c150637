import { CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { LayoutsService } from '#features/observations/layouts.service.js';
import { readText } from './import-file.js';

@SubCommand({ name: 'layout', arguments: '<file>', description: 'Keep the layout of a table of figures (YAML): files of its header are understood from then on' })
export class ImportLayoutCommand extends CommandRunner {
  constructor(private readonly layouts: LayoutsService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    const { name, changed } = await this.layouts.save(systemActor('command', 'import layout'), await readText(file));
    process.stdout.write(changed ? `The layout ${name} is as in ${file}\n` : `The layout ${name} is known already in these very words; nothing was changed\n`);
  }
}
