import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { changesInWords } from '../changes-in-words.js';
import { embargoInWords } from '../embargo-in-words.js';
import { ReleaseAccess } from '../release-access.service.js';
import { knownAt, ReleasesQueries } from '../releases.queries.js';
import { RevisionsQueries } from '../revisions.queries.js';

@SubCommand({ name: 'changes', arguments: '<id>', description: 'Say what a release changed: figures moved, added and withdrawn, and verdicts' })
export class ReleaseChangesCommand extends CommandRunner {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly releases: ReleasesQueries,
    private readonly revisions: RevisionsQueries,
  ) {
    super();
  }

  async run([id = '']: string[]): Promise<void> {
    const release = await this.access.find(systemActor('command', 'releases changes'), id);
    const lines = [
      `Release ${release.id}, ${release.fileName}, ${release.publisher}`,
      ...(this.releases.isEmbargoed(release) ? [embargoInWords(knownAt(release))] : []),
      '',
      ...changesInWords(await this.revisions.of(release.id), await this.revisions.flips(release.id)),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}

@Command({ name: 'releases', description: 'Releases of figures', subCommands: [ReleaseChangesCommand] })
export class ReleasesCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
