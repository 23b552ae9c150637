import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Settings } from '#platform/config/settings.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type VirusCheck } from '../attachment.entity.js';
import { attachmentsPaths } from '../attachments.paths.js';
import { AttachmentsQueries } from '../attachments.queries.js';
import { attachmentsWords } from '../attachments.words.js';

const words = attachmentsWords.checks;

interface VirusChecksPage {
  title: string;
  words: typeof words;
  scanner: string;
  isMissing: boolean;
  rows: { check: string; files: number }[];
  pending: string | undefined;
  infected: string[];
}

/** Tells administrators whether attachments are checked for viruses, what waits, and what was found. */
@Controller()
export class VirusChecksController {
  constructor(
    private readonly attachments: AttachmentsQueries,
    private readonly settings: Settings,
  ) {}

  @Get(attachmentsPaths.virusChecks)
  @Access('queue.read', 'none')
  @Render('attachments/web/views/virus-checks.njk')
  async show(@CurrentActor() actor: Actor): Promise<VirusChecksPage> {
    const { counts, pendingSince, infected } = await this.attachments.virusChecks(actor);
    const { CLAMAV_URL: address } = this.settings;
    return {
      title: words.title,
      words,
      scanner: address === undefined ? words.notConfigured : words.configured(address),
      isMissing: address === undefined,
      rows: (Object.keys(counts) as VirusCheck[]).map((check) => ({ check: words.check[check], files: counts[check] })),
      pending: pendingSince ? words.pendingSince(longDateTime(pendingSince)) : undefined,
      infected: infected.map(({ name, virus, submission, checkedAt }) => words.line(name, virus ?? '', submission.reference, checkedAt ? longDateTime(checkedAt) : '')),
    };
  }
}
