import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { EvidenceReturnsService } from '../evidence-returns.service.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { returnItemsWords } from '../return-items.words.js';
import { ReturnParts } from '../return-parts.js';
import { afterSaving, sectionPage, type SectionPage } from './edit-section.presenter.js';
import { FiguresForm } from './evidence-return.forms.js';
import { FigureCharts } from './figure-charts.service.js';
import { departureCards, type ItemCard } from './item-cards.presenter.js';
import { figuresTable, type FiguresTable } from './figures-table.presenter.js';

type FiguresPage = SectionPage<{ figuresComment: string }> & {
  figures: FiguresTable;
  charts: ChartFigure[];
  cards: ItemCard[];
  labels: typeof returnItemsWords.departures;
  /** Figures that the department does not depart from yet. */
  departLinks: { text: string; href: string }[];
};

/** The figures that Waymark filled in, and the department’s comment on them. */
@Controller()
@UseInterceptors(new KeptTyping(evidenceReturnsWords.answers))
export class EditFiguresController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly charts: FigureCharts,
    private readonly parts: ReturnParts,
  ) {}

  @Get(evidenceReturnsPaths.section(':id', 'figures'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/figures.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<FiguresPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const page = sectionPage(request, dossier, 'figures', ({ figuresComment }) => ({ figuresComment }));
    const { content, submission } = dossier;
    const labels = returnItemsWords.departures;
    const others = content.figures.filter(({ target }) => !content.departures.some((departure) => departure.target === target));
    return {
      ...page,
      figures: figuresTable(content),
      charts: submission.missionId ? await this.charts.ofMission(submission.missionId) : [],
      cards: departureCards(id, content),
      labels,
      departLinks: others.map(({ target, title }) => ({ text: labels.depart(title), href: evidenceReturnsPaths.item(id, 'figures', target) })),
    };
  }

  @Post(evidenceReturnsPaths.section(':id', 'figures'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, then, figuresComment }: FiguresForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.returns.save(actor, { id, rowVersion }, { figuresComment });
    afterSaving(request, response, id, { section: 'figures', then, sections: this.parts.sections() });
  }
}
