import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { type ItemList, ReturnItems } from '../return-items.service.js';
import { returnItemsWords } from '../return-items.words.js';
import { itemPage, type SectionPage } from './edit-section.presenter.js';
import { departureCards, evidenceCards, type ItemCard, riskCards, stepCards } from './item-cards.presenter.js';

const words = returnItemsWords.remove;

type RemovalPage = SectionPage<object> & { card: ItemCard; labels: typeof words };
type RemovableSection = keyof typeof LISTS;

const LISTS = { evidence: 'evidence', risks: 'risks', 'next-steps': 'steps', figures: 'departures' } as const satisfies Record<string, ItemList>;
const PATHS = (Object.keys(LISTS) as RemovableSection[]).map((section) => paths.removeItem(':id', section, ':item'));

const CARDS: Record<RemovableSection, (id: string, content: EvidenceReturnContent) => ItemCard[]> = {
  evidence: (id, content) => evidenceCards(id, content, new Set()),
  risks: (id, content) => riskCards(id, content, new Set()),
  'next-steps': (id, content) => stepCards(id, content, new Set()),
  figures: departureCards,
};

/** Takes one item out of a list, after asking. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class RemoveItemController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly items: ReturnItems,
  ) {}

  @Get(PATHS)
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/remove-item.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<RemovalPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const section = sectionOf(request);
    const card = CARDS[section](id, dossier.content).find(({ links }) => links.some(({ href }) => href === paths.removeItem(id, section, item)));
    if (!card) throw ApplicationError.notFound('That item');
    return { ...itemPage(request, dossier, { section, heading: words.title[section], name: card.title }, {}), card, labels: words };
  }

  @Post(PATHS)
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async remove(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('item') item: string,
    @Body() { rowVersion }: SeenForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const section = sectionOf(request);
    await this.items.remove(actor, { id, rowVersion }, LISTS[section], item);
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.section(id, section));
  }
}

/** The section as the address names it: `/evidence-returns/:id/risks/:item/remove`. */
function sectionOf(request: Request): RemovableSection {
  return request.path.split('/')[3] as RemovableSection;
}
