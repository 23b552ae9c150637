import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { LayoutsService } from '#features/observations/layouts.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { readText } from './import-file.js';

@SubCommand({ name: 'layout', arguments: '[file]', description: 'Keep the layout of a table of figures (YAML): files of its header are understood from then on; or remove one' })
export class ImportLayoutCommand extends CommandRunner {
  constructor(private readonly layouts: LayoutsService) {
    super();
  }

  async run([file]: string[], { remove }: { remove?: string }): Promise<void> {
    const actor = systemActor('command', 'import layout');
    if ((file === undefined) === (remove === undefined)) {
      throw ApplicationError.invalid([{ code: 'file-or-name', message: 'give the file of a layout to keep, or --remove and the name of one', field: 'file' }]);
    }
    if (remove !== undefined) {
      await this.layouts.remove(actor, { name: remove });
      process.stdout.write(`The layout ${remove} is removed; what was loaded by it stays\n`);
      return;
    }
    const { name, changed } = await this.layouts.save(actor, await readText(file ?? ''));
    process.stdout.write(changed ? `The layout ${name} is as in ${file}\n` : `The layout ${name} is known already in these very words; nothing was changed\n`);
  }
  @Option({ flags: '--remove <name>', description: 'remove the layout of this name' })
  parseRemove(name: string): string {
    return name;
  }
}
