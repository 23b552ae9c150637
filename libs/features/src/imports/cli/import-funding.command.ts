import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { FundingImportService } from '#features/funding/funding-import.service.js';
import { fundingReportInLines } from '#features/funding/funding-report.js';

@SubCommand({ name: 'funding', arguments: '<file>', description: 'Load a file of awards of the Towns Fund; all or nothing, and money as published' })
export class ImportFundingCommand extends CommandRunner {
  constructor(private readonly funding: FundingImportService) {
    super();
  }

  async run([file = '']: string[], options: { dryRun?: boolean }): Promise<void> {
    const bytes = await readFile(file).catch((error: Error) => {
      throw new Error(`${file} cannot be read: ${error.message}`, { cause: error });
    });
    const report = await this.funding.importFile(systemActor('command', 'import funding'), { fileName: path.basename(file), bytes, dryRun: options.dryRun ?? false });
    process.stdout.write(`${fundingReportInLines(report).join('\n')}\n`);
  }

  @Option({ flags: '--dry-run', description: 'say what would be read and change nothing' })
  parseDryRun(): boolean {
    return true;
  }
}
