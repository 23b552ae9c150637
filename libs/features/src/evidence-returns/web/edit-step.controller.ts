import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type NextStep } from '#domain/evidence-returns/evidence-return-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping, openAbove } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { boxesOf, type DateBoxes } from '#platform/pages/date-boxes.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { ReturnItems } from '../return-items.service.js';
import { returnItemsWords } from '../return-items.words.js';
import { idOfItem, itemWith } from './choices.presenter.js';
import { afterSavingItem, itemPage, type SectionPage } from './edit-section.presenter.js';
import { StepForm, stepOf } from './return-item.forms.js';

const words = returnItemsWords.steps;

type Values = DateBoxes & Pick<NextStep, 'action' | 'owner'>;
type ItemPage = SectionPage<Values> & { labels: typeof words };

function valuesOf(item: NextStep | undefined): Values {
  return { action: item?.action ?? '', owner: item?.owner ?? '', ...boxesOf(item?.dueOn ?? null) };
}

/** One promise: what will be done, by whom and until when. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels, undefined, { openAt: openAbove }))
export class EditStepController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly items: ReturnItems,
  ) {}

  @Get(paths.item(':id', 'next-steps', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/step.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<ItemPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const index = itemWith(dossier.content.steps, item);
    const about = { section: 'next-steps' as const, heading: index < 0 ? words.add : words.change, ...(index < 0 ? {} : { name: words.name(index) }) };
    const page = itemPage(request, dossier, about, valuesOf(dossier.content.steps[index]));
    return { ...page, labels: words };
  }

  @Post(paths.item(':id', 'next-steps', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('item') item: string,
    @Body() form: StepForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.items.put(actor, { id, rowVersion: form.rowVersion }, 'steps', stepOf(form, idOfItem(item)));
    afterSavingItem(request, response, id, { section: 'next-steps', then: form.then });
  }
}
