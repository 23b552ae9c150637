import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type FigureDeparture } from '#domain/evidence-returns/evidence-return-content.js';
import { figureDepartureBlockers } from '#domain/evidence-returns/figure-departure-blockers.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { boxesOf, type DateBoxes } from '#platform/pages/date-boxes.js';
import { longDate } from '#platform/pages/dates.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { ReturnItems } from '../return-items.service.js';
import { returnItemsWords } from '../return-items.words.js';
import { afterSavingItem, itemPage, type SectionPage } from './edit-section.presenter.js';
import { departureOf, DepartureForm } from './return-item.forms.js';

const words = returnItemsWords.departures;

type Values = DateBoxes & Pick<FigureDeparture, 'value' | 'period' | 'reason' | 'source' | 'clearedBy'> & { published: string };
type DeparturePage = SectionPage<Values> & { labels: typeof words; target: string; waymark: string; unpublishedHint: string };

/** A figure of the department's own, beside the one that Waymark filled in. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class EditDepartureController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly items: ReturnItems,
  ) {}

  @Get(paths.item(':id', 'figures', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/departure.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') target: string, @Req() request: Request): Promise<DeparturePage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const line = dossier.content.figures.find((figure) => figure.target === target);
    if (!line) throw ApplicationError.notFound('That figure');
    const departure = dossier.content.departures.find((own) => own.target === target);
    const about = { section: 'figures' as const, heading: departure ? words.change : words.title, name: line.title };
    const { latest } = line;
    return {
      ...itemPage(request, dossier, about, valuesOf(departure)),
      labels: words,
      target: line.title,
      waymark: words.waymark(latest ? `${latest.value}, ${latest.period}` : evidenceReturnsWords.figures.noFigure.toLowerCase()),
      unpublishedHint: words.unpublishedHint(longDate(dossier.submission.dueOn)),
    };
  }

  @Post(paths.item(':id', 'figures', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('item') target: string,
    @Body() form: DepartureForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const departure = departureOf(form, target);
    if (form.published !== 'yes' && form.published !== 'no') {
      const unsaid = { code: 'published-missing', message: words.publishedMissing, field: 'published' };
      throw ApplicationError.invalid([...figureDepartureBlockers(departure), unsaid]);
    }
    await this.items.put(actor, { id, rowVersion: form.rowVersion }, 'departures', departure);
    afterSavingItem(request, response, id, { section: 'figures', then: form.then });
  }
}

function valuesOf(departure: FigureDeparture | undefined): Values {
  const { value = '', period = '', reason = '', source = '', clearedBy = '' } = departure ?? {};
  const published = departure ? (departure.unpublishedUntil === null ? 'yes' : 'no') : '';
  return { value, period, reason, source, clearedBy, published, ...boxesOf(departure?.unpublishedUntil ?? null) };
}
