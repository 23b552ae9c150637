import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type InquiryAction } from '#domain/inquiries/inquiry-status.js';
import { INQUIRY_WORKFLOW } from '#domain/inquiries/inquiry-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { type AskedField, type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { InquiriesService, notFromHere } from '../inquiries.service.js';
import { inquiriesWords } from '../inquiries.words.js';
import { type Inquiry } from '../inquiry.entity.js';
import { PublishForm, ReasonGivenForm } from './inquiry.forms.js';

const words = inquiriesWords.moves;
const VIEW = 'pages/views/asking.njk';

/** The moves of an inquiry, each on a page that asks first. */
@Controller()
@UseInterceptors(new KeptTyping(inquiriesWords.labels))
export class MoveInquiryController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly service: InquiriesService,
  ) {}

  @Get(paths.gather(':reference'))
  @Access('inquiry.conduct', 'none')
  @Render(VIEW)
  async askToGather(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    return page(request, await this.at(reference, 'gather'), 'gather', []);
  }

  @Post(paths.gather(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_GATHERING')
  async gather(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.gather(actor, { reference, rowVersion: form.rowVersion });
    done(request, response, paths.work(reference), 'gather');
  }

  @Get(paths.publish(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_DRAFT_READ')
  @Render(VIEW)
  async askToPublish(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const inquiry = await this.at(reference, 'publish');
    const [[last], drafts, questions] = [await this.inquiries.findingsOf(inquiry.id), await this.inquiries.draftsOf(inquiry.id), await this.inquiries.questionsOf(inquiry.id)];
    const answers = questions.filter(({ state, confidential }) => state === 'answered' && confidential === false);
    const items = answers.map(({ id, organisation, question }) => ({ value: id, text: `${organisation.name}: ${question}` }));
    const shown = [
      ...(last ? [{ heading: words.publish.findings(last.number), text: last.text }] : []),
      ...drafts.map(({ text, addressee, answerDays }) => ({ heading: `${addressee.name}, ${inquiriesWords.work.days(answerDays)}`, text })),
      ...answers.map(({ organisation, answer }) => ({ heading: `${inquiriesWords.question.answer}: ${organisation.name}`, text: answer ?? '' })),
    ];
    const fields: AskedField[] = items.length === 0 ? [] : [{ kind: 'several', name: 'quoted', label: words.publish.quoted, hint: words.publish.quotedHint, items }];
    return page(request, inquiry, 'publish', fields, shown, items.map(({ value }) => value));
  }

  @Post(paths.publish(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_PUBLISHED')
  async publish(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: PublishForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.publish(actor, { reference, rowVersion: form.rowVersion }, form.quoted);
    done(request, response, paths.show(reference), 'publish');
  }

  @Get(paths.close(':reference'))
  @Access('inquiry.conduct', 'none')
  @Render(VIEW)
  async askToClose(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    return page(request, await this.at(reference, 'close'), 'close', [{ kind: 'text', name: 'reason', label: words.close.reason }]);
  }

  @Post(paths.close(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_CLOSED')
  async close(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: ReasonGivenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.close(actor, { reference, rowVersion: form.rowVersion }, form.reason);
    done(request, response, paths.show(reference), 'close');
  }

  @Get(paths.abandon(':reference'))
  @Access('inquiry.conduct', 'none')
  @Render(VIEW)
  async askToAbandon(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    return page(request, await this.at(reference, 'abandon'), 'abandon', [{ kind: 'text', name: 'reason', label: words.abandon.reason }]);
  }

  @Post(paths.abandon(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_ABANDONED')
  async abandon(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: ReasonGivenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.abandon(actor, { reference, rowVersion: form.rowVersion }, form.reason);
    done(request, response, paths.show(reference), 'abandon');
  }

  private async at(reference: string, action: InquiryAction): Promise<Inquiry> {
    const inquiry = await this.inquiries.byReference(reference);
    if (!transitionFor(INQUIRY_WORKFLOW, inquiry.state, action, ['council'])) throw notFromHere(inquiry);
    return inquiry;
  }
}

function page(request: Request, { reference, rowVersion }: Inquiry, action: InquiryAction, fields: AskedField[], shown: AskingPage['shown'] = [], quoted: string[] = []): AskingPage {
  const { title, lead, button } = words[action];
  return askingPage({
    title, lead, button, fields, shown, caption: reference,
    backLink: { text: inquiriesWords.findings.back, href: paths.work(reference) },
    form: takeFormState(request, { rowVersion, reason: '', quoted }),
  });
}

function done(request: Request, response: Response, href: string, action: InquiryAction): void {
  request.session.notice = { title: 'Success', text: words[action].done };
  response.redirect(303, href);
}
