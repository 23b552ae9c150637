import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { isBeingWritten } from '#domain/inquiries/inquiry-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type DraftedRecommendation } from '#features/recommendations/drafted-recommendation.js';
import { shortText } from '#features/recommendations/recommendation-records.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { type AskedField, type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { notFromHere } from '../inquiries.service.js';
import { inquiriesWords } from '../inquiries.words.js';
import { InquiryWritingService } from '../inquiry-writing.service.js';
import { type Inquiry } from '../inquiry.entity.js';
import { ChangeDraftForm, DraftForm } from './inquiry.forms.js';

const words = inquiriesWords.draft;
const VIEW = 'pages/views/asking.njk';

/** The recommendations that an inquiry is to make, one a page. */
@Controller()
@UseInterceptors(new KeptTyping(inquiriesWords.labels))
export class InquiryDraftsController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly writing: InquiryWritingService,
  ) {}

  @Get(paths.addDraft(':reference'))
  @Access('inquiry.conduct', 'none')
  @Render(VIEW)
  async askToAdd(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    await this.written(reference);
    return askingPage({ ...head(reference, words.add, words.save), lead: words.lead, fields: await this.fields(), form: takeFormState(request, { ...new DraftForm() }) });
  }

  @Post(paths.addDraft(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_RECOMMENDATION_DRAFTED')
  async add(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: DraftForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.writing.addDraft(actor, reference, drafted(form));
    done(request, response, reference, words.saved);
  }

  @Get(paths.changeDraft(':reference', ':id'))
  @Access('inquiry.conduct', 'INQUIRY_DRAFT_READ')
  @Render(VIEW)
  async askToChange(@Param('reference') reference: string, @Param('id') id: string, @Req() request: Request): Promise<AskingPage> {
    const { text, addresseeId, missionId, answerDays, rowVersion } = await this.inquiries.draft((await this.written(reference)).id, id);
    const form = takeFormState(request, { text, addresseeId, missionId: missionId ?? '', answerDays: String(answerDays), rowVersion });
    return askingPage({ ...head(reference, words.change, words.save, text), lead: words.lead, fields: await this.fields(), form });
  }

  @Post(paths.changeDraft(':reference', ':id'))
  @Access('inquiry.conduct', 'INQUIRY_RECOMMENDATION_CHANGED')
  async change(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Body() form: ChangeDraftForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.writing.changeDraft(actor, { reference, id, rowVersion: form.rowVersion }, drafted(form));
    done(request, response, reference, words.saved);
  }

  @Get(paths.removeDraft(':reference', ':id'))
  @Access('inquiry.conduct', 'INQUIRY_DRAFT_READ')
  @Render(VIEW)
  async askToRemove(@Param('reference') reference: string, @Param('id') id: string, @Req() request: Request): Promise<AskingPage> {
    const { text, addressee, rowVersion } = await this.inquiries.draft((await this.written(reference)).id, id);
    return askingPage({ ...head(reference, words.remove, words.removeButton, text), lead: words.removeLead, shown: [{ heading: addressee.name, text }], fields: [], form: takeFormState(request, { rowVersion }) });
  }

  @Post(paths.removeDraft(':reference', ':id'))
  @Access('inquiry.conduct', 'INQUIRY_RECOMMENDATION_REMOVED')
  async remove(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.writing.removeDraft(actor, { reference, id, rowVersion: form.rowVersion });
    done(request, response, reference, words.removed);
  }

  private async written(reference: string): Promise<Inquiry> {
    const inquiry = await this.inquiries.byReference(reference);
    if (!isBeingWritten(inquiry.state)) throw notFromHere(inquiry);
    return inquiry;
  }

  private async fields(): Promise<AskedField[]> {
    const bodies = (await this.inquiries.possibleBodies()).map(({ id, name }) => ({ value: id, text: name }));
    const missions = (await this.inquiries.missions()).map(({ id, number, focusArea, framework }) => ({ value: id, text: `${number}. ${focusArea} (${framework.title})` }));
    return [
      { kind: 'text', name: 'text', label: words.text },
      { kind: 'select', name: 'addresseeId', label: words.addressee, items: [{ value: '', text: words.choose }, ...bodies] },
      { kind: 'select', name: 'missionId', label: words.mission, items: [{ value: '', text: words.none }, ...missions] },
      { kind: 'line', name: 'answerDays', label: words.days, hint: words.daysHint, classes: 'govuk-input--width-4' },
    ];
  }
}

function head(reference: string, title: string, button: string, text = ''): Pick<AskingPage, 'title' | 'button' | 'caption' | 'backLink'> {
  const caption = text === '' ? reference : `${reference}: ${shortText(text)}`;
  return { title, button, caption, backLink: { text: inquiriesWords.findings.back, href: paths.work(reference) } };
}

function drafted({ text, addresseeId, missionId, answerDays }: DraftForm | ChangeDraftForm): DraftedRecommendation {
  return { text, addresseeId, missionId: missionId || null, answerDays: /^\d+$/.test(answerDays.trim()) ? Number(answerDays) : Number.NaN };
}

function done(request: Request, response: Response, reference: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, paths.work(reference));
}
