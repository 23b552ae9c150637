import { Controller, Get, Render, Req } from '@nestjs/common';
import { type Request } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { LastReturns } from '../last-returns.queries.js';
import { ReturnParts } from '../return-parts.js';
import { listedSection, sectionPage } from './edit-section.presenter.js';
import { lastStepCards } from './item-cards.presenter.js';
import { type ItemListPage } from './item-list.presenter.js';

const words = evidenceReturnsWords.lastSteps;

/** What the last return promised, and what became of each. */
@Controller()
export class ListLastStepsController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly lastReturns: LastReturns,
    private readonly parts: ReturnParts,
  ) {}

  @Get(paths.section(':id', 'last-steps'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/item-list.njk')
  async list(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<ItemListPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const page = sectionPage(request, dossier, 'last-steps', () => ({}));
    const last = await this.lastReturns.before(dossier.submission);
    const cards = lastStepCards(id, dossier.content);
    return {
      ...page,
      ...listedSection(id, 'last-steps', this.parts.sections()),
      intro: last && cards.length > 0 ? words.lead(last.label) : undefined,
      empty: words.none,
      cards,
      add: undefined,
    };
  }
}
