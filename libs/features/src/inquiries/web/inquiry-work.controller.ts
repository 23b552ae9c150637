import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { isBeingWritten } from '#domain/inquiries/inquiry-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { longDateTime } from '#platform/pages/dates.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { notFromHere } from '../inquiries.service.js';
import { inquiriesWords } from '../inquiries.words.js';
import { InquiryWritingService } from '../inquiry-writing.service.js';
import { TextForm } from './inquiry.forms.js';
import { type InquiryWorkPage, inquiryWorkPage } from './inquiry-work.presenter.js';

const words = inquiriesWords.findings;

interface VersionPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  by: string;
  text: string;
}

/** The council's own pages of an inquiry: nobody else reads findings before they are published. */
@Controller()
@UseInterceptors(new KeptTyping(inquiriesWords.labels))
export class InquiryWorkController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly writing: InquiryWritingService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.work(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_DRAFT_READ')
  @Render('inquiries/web/views/work.njk')
  async work(@Param('reference') reference: string): Promise<InquiryWorkPage> {
    const inquiry = await this.inquiries.byReference(reference);
    const { id } = inquiry;
    return inquiryWorkPage(inquiry, { questions: await this.inquiries.questionsOf(id), findings: await this.inquiries.findingsOf(id), drafts: await this.inquiries.draftsOf(id) }, this.clock.today());
  }

  @Get(paths.findings(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_DRAFT_READ')
  @Render('pages/views/asking.njk')
  async askToWrite(@Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const inquiry = await this.inquiries.byReference(reference);
    if (!isBeingWritten(inquiry.state)) throw notFromHere(inquiry);
    const [last] = await this.inquiries.findingsOf(inquiry.id);
    const { title, lead, button } = words;
    return askingPage({
      title, lead, button, caption: reference,
      backLink: { text: words.back, href: paths.work(reference) },
      fields: [{ kind: 'text', name: 'text', label: words.text, rows: 24 }],
      form: takeFormState(request, { text: last?.text ?? '', rowVersion: last?.number ?? 0 }),
    });
  }

  @Post(paths.findings(':reference'))
  @Access('inquiry.conduct', 'INQUIRY_FINDINGS_WRITTEN')
  async write(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: TextForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.writing.write(actor, { reference, rowVersion: form.rowVersion }, form.text);
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.work(reference));
  }

  @Get(paths.version(':reference', ':number'))
  @Access('inquiry.conduct', 'INQUIRY_DRAFT_READ')
  @Render('inquiries/web/views/version.njk')
  async version(@Param('reference') reference: string, @Param('number') number: string): Promise<VersionPage> {
    const inquiry = await this.inquiries.byReference(reference);
    const version = (await this.inquiries.findingsOf(inquiry.id)).find((one) => String(one.number) === number);
    if (!version) throw ApplicationError.notFound('That version');
    return {
      title: `${words.version(version.number)} (${reference})`, caption: reference, backLink: { text: words.back, href: paths.work(reference) },
      by: `${version.writerName}, ${longDateTime(version.writtenAt)}`, text: version.text,
    };
  }
}
