import { readFile } from 'node:fs/promises';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ApplicationError } from '#platform/errors/application-error.js';
import { verifyEdition } from '../edition-file.js';
import { PublishedChecksums } from '../published-checksums.queries.js';

@SubCommand({ name: 'verify', arguments: '<file>', description: 'Recompute the checksum of a published edition’s JSON; ends 1 where it is not the one given, or the file is no edition' })
export class VerifyReportCommand extends CommandRunner {
  constructor(private readonly published: PublishedChecksums) {
    super();
  }

  async run([file = '']: string[], { checksum }: { checksum?: string } = {}): Promise<void> {
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) throw ApplicationError.refused([{ code: 'file-missing', message: `There is no file ${file}` }]);
    const { lines, whole } = verifyEdition(bytes, checksum ?? (await readFile(`${file}.sha256`, 'utf8').catch(() => this.published.of(bytes))));
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!whole) process.exitCode = 1;
  }

  @Option({ flags: '--checksum <hex>', description: 'The checksum as published on the edition’s page; without it that of FILE.sha256 beside the file, or else the one on record here' })
  parseChecksum(value: string): string {
    return value;
  }
}

@Command({ name: 'report', description: 'Published reports', subCommands: [VerifyReportCommand] })
export class ReportCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
