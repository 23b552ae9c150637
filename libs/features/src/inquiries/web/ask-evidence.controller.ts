import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { isBeingWritten } from '#domain/inquiries/inquiry-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { shortText } from '#features/recommendations/recommendation-records.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { notFromHere } from '../inquiries.service.js';
import { inquiriesWords } from '../inquiries.words.js';
import { InquiryEvidenceService, questionEnded } from '../inquiry-evidence.service.js';
import { AskForm, TextForm } from './inquiry.forms.js';

const VIEW = 'pages/views/asking.njk';

/** The council asks for evidence, and takes a question back. */
@Controller()
@UseInterceptors(new KeptTyping(inquiriesWords.labels))
export class AskEvidenceController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly evidence: InquiryEvidenceService,
  ) {}

  @Get(paths.ask(':reference'))
  @Access('inquiry.conduct', 'none')
  @Render(VIEW)
  async askForQuestion(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const inquiry = await this.inquiries.byReference(reference);
    if (!isBeingWritten(inquiry.state)) throw notFromHere(inquiry);
    const { title, lead, button, organisation, choose, question, dueOn, dueOnHint } = inquiriesWords.ask;
    const bodies = (await this.inquiries.possibleBodies()).map(({ id, name }) => ({ value: id, text: name }));
    return askingPage({
      title, lead, button, caption: reference,
      backLink: { text: inquiriesWords.findings.back, href: paths.work(reference) },
      fields: [
        { kind: 'select', name: 'organisationId', label: organisation, items: [{ value: '', text: choose }, ...bodies] },
        { kind: 'text', name: 'question', label: question },
        { kind: 'date', name: 'dueOn', boxes: 'due', label: dueOn, hint: dueOnHint },
      ],
      form: takeFormState(request, { ...new AskForm() }),
    });
  }

  @Post(paths.ask(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_QUESTION_ASKED')
  async ask(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: AskForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const dueOn = dateOfBoxes({ day: form.dueDay, month: form.dueMonth, year: form.dueYear });
    await this.evidence.ask(actor, reference, { organisationId: form.organisationId, question: form.question, dueOn });
    request.session.notice = { title: 'Success', text: inquiriesWords.ask.done };
    response.redirect(303, paths.work(reference));
  }

  @Get(paths.withdrawQuestion(':reference', ':id'))
  @Access('inquiry.conduct', 'none')
  @Render(VIEW)
  async askToWithdraw(@Param('reference') reference: string, @Param('id') id: string, @Req() request: Request): Promise<AskingPage> {
    const question = await this.inquiries.question(reference, id);
    if (question.state !== 'asked') throw questionEnded(question);
    const { title, lead, button, text } = inquiriesWords.withdraw;
    return askingPage({
      title, lead, button, caption: `${reference}: ${shortText(question.question)}`,
      backLink: { text: inquiriesWords.answer.back, href: paths.question(reference, id) },
      shown: [{ heading: question.organisation.name, text: question.question }],
      fields: [{ kind: 'text', name: 'text', label: text }],
      form: takeFormState(request, { text: '', rowVersion: question.rowVersion }),
    });
  }

  @Post(paths.withdrawQuestion(':reference', ':id'))
  @Access('inquiry.conduct', 'INQUIRY_QUESTION_WITHDRAWN')
  async withdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Body() form: TextForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.evidence.withdraw(actor, { reference, id, rowVersion: form.rowVersion }, form.text);
    request.session.notice = { title: 'Success', text: inquiriesWords.withdraw.done };
    response.redirect(303, paths.work(reference));
  }
}
