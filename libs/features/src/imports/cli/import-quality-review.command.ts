import { CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { QualityReviewImportService } from '#features/mission-quality/quality-review-import.service.js';
import { readText } from './import-file.js';

@SubCommand({ name: 'quality-review', arguments: '<file>', description: 'Check and load a published review of a framework’s missions (YAML), in its author’s name; every fault is named with its line' })
export class ImportQualityReviewCommand extends CommandRunner {
  constructor(private readonly reviews: QualityReviewImportService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    const { author, title, missions, changed } = await this.reviews.importFile(systemActor('command', 'import quality-review'), await readText(file));
    process.stdout.write(changed ? `Loaded the review “${title}” by ${author}: ${missions} missions\n` : `The review “${title}” by ${author} is loaded already from this very file; nothing was changed\n`);
  }
}
