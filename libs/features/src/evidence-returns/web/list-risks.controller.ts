import { Controller, Get, Render, Req } from '@nestjs/common';
import { type Request } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { asInLastReturn } from '#domain/evidence-returns/copy-forward.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { LastReturns } from '../last-returns.queries.js';
import { returnItemsWords } from '../return-items.words.js';
import { ReturnParts } from '../return-parts.js';
import { listedSection, sectionPage } from './edit-section.presenter.js';
import { riskCards } from './item-cards.presenter.js';
import { type ItemListPage } from './item-list.presenter.js';

const words = returnItemsWords.risks;

/** The risks of a return, the gravest first. */
@Controller()
export class ListRisksController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly lastReturns: LastReturns,
    private readonly parts: ReturnParts,
  ) {}

  @Get(paths.section(':id', 'risks'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/item-list.njk')
  async list(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<ItemListPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const page = sectionPage(request, dossier, 'risks', () => ({}));
    const last = await this.lastReturns.before(dossier.submission);
    return {
      ...page,
      ...listedSection(id, 'risks', this.parts.sections()),
      intro: words.intro,
      empty: words.empty,
      cards: riskCards(id, dossier.content, asInLastReturn(dossier.content, last)),
      add: { text: words.add, href: paths.item(id, 'risks', 'new') },
    };
  }
}
