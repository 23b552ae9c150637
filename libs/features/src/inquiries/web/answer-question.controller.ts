import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { shortText } from '#features/recommendations/recommendation-records.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { inquiriesWords } from '../inquiries.words.js';
import { InquiryEvidenceService, questionEnded, requireAsked } from '../inquiry-evidence.service.js';
import { AnswerQuestionForm } from './inquiry.forms.js';
import { askedListPage, type AskedListPage, questionPage, type QuestionPage } from './question.presenter.js';

/** What an organisation is asked, and its answer. It reads its own questions alone; the council reads all. */
@Controller()
@UseInterceptors(new KeptTyping(inquiriesWords.labels))
export class AnswerQuestionController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly evidence: InquiryEvidenceService,
  ) {}

  @Get(paths.asked)
  @Access('inquiry.answer', 'none')
  @Render('inquiries/web/views/asked.njk')
  async asked(@CurrentActor() actor: Actor): Promise<AskedListPage> {
    return askedListPage(await this.inquiries.askedOf(actor.organisationId));
  }

  @Get(paths.question(':reference', ':id'))
  @Access('inquiry.read-evidence', 'INQUIRY_QUESTION_READ')
  @Render('inquiries/web/views/question.njk')
  async show(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string): Promise<QuestionPage> {
    const question = await this.inquiries.question(reference, id);
    if (!may(actor, 'inquiry.conduct')) requireAsked(actor, question);
    return questionPage(question, actor);
  }

  @Get(paths.answer(':reference', ':id'))
  @Access('inquiry.answer', 'INQUIRY_QUESTION_READ')
  @Render('pages/views/asking.njk')
  async askToAnswer(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Req() request: Request): Promise<AskingPage> {
    const question = await this.inquiries.question(reference, id);
    requireAsked(actor, question);
    if (question.state !== 'asked') throw questionEnded(question);
    const { title, lead, button, text, publish, options, confidentialReason, confidentialReasonHint, back } = inquiriesWords.answer;
    return askingPage({
      title, lead, button, caption: `${reference}: ${shortText(question.question)}`,
      backLink: { text: back, href: paths.question(reference, id) },
      shown: [{ heading: inquiriesWords.question.question, text: question.question }],
      fields: [
        { kind: 'text', name: 'text', label: text, rows: 16 },
        { kind: 'choice', name: 'publish', label: publish, items: options },
        { kind: 'text', name: 'confidentialReason', label: confidentialReason, hint: confidentialReasonHint, rows: 4 },
      ],
      form: takeFormState(request, { ...new AnswerQuestionForm(), rowVersion: question.rowVersion }),
    });
  }

  @Post(paths.answer(':reference', ':id'))
  @Access('inquiry.answer', 'INQUIRY_QUESTION_ANSWERED')
  async answer(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Body() form: AnswerQuestionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const confidential = form.publish === '' ? null : form.publish === 'no';
    await this.evidence.answer(actor, { reference, id, rowVersion: form.rowVersion }, { text: form.text, confidential, confidentialReason: form.confidentialReason });
    request.session.notice = { title: 'Success', text: inquiriesWords.answer.done };
    response.redirect(303, paths.question(reference, id));
  }
}
