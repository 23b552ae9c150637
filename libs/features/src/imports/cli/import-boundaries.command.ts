import { CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { BoundariesService } from '#features/maps/boundaries.service.js';
import { readText } from './import-file.js';

@SubCommand({ name: 'boundaries', arguments: '<file>', description: 'Load outlines of places for maps (TopoJSON), or a table of tiles (CSV); the newest file is drawn' })
export class ImportBoundariesCommand extends CommandRunner {
  constructor(private readonly boundaries: BoundariesService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    const { changed, kind, shapes } = await this.boundaries.importFile(systemActor('command', 'import boundaries'), await readText(file));
    process.stdout.write(`${file}: ${shapes} ${kind}${changed ? '' : ', loaded before; nothing was changed'}\n`);
  }
}
