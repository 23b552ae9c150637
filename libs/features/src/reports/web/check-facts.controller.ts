import { Body, Controller, Get, Header, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { FACT_CHECK_REPLY_STATES } from '#domain/reports/report-status.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { FactCheckRepliesService } from '../fact-check-replies.service.js';
import { type FactCheckReply } from '../fact-check-reply.entity.js';
import { type FactParts, factParts } from '../mission-parts.js';
import { reportTitle } from '../report-records.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { reportsWords } from '../reports.words.js';
import { FactCheckForm } from './report.forms.js';
import { type TargetLine, targetLines } from './target-lines.js';

const words = reportsWords.check;

interface FactChecksPage {
  title: string;
  nothing: string | undefined;
  lines: { text: string; href: string; report: string; days: string; state: string }[];
}

interface FactCheckPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  columns: typeof reportsWords.columns;
  lead: string;
  text: string;
  ruralNote: string;
  devolvedNote: string;
  facts: FactParts | undefined;
  targets: TargetLine[];
  open: boolean;
  standing: string;
  written: string;
  sendHref: string | undefined;
  form: FormState<{ text: string; rowVersion: number }>;
}

/** What a lead department checks, and its right of reply. Nobody else sees the page. */
@Controller()
@UseInterceptors(new KeptTyping(reportsWords.labels))
export class CheckFactsController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly replies: FactCheckRepliesService,
  ) {}

  @Get(paths.factChecks)
  @Access('report.check', 'none')
  @Header('Cache-Control', 'private, no-store')
  @Render('reports/web/views/fact-checks.njk')
  async list(@CurrentActor() actor: Actor): Promise<FactChecksPage> {
    const found = await this.reports.factChecks(actor);
    return {
      title: words.title,
      nothing: found.length === 0 ? words.nothing : undefined,
      lines: found.map((reply) => ({ text: missionOf(reply), href: paths.factCheck(reply.id), report: reportTitle(reply.window.report), days: reply.window.state === 'open' ? words.open(longDate(reply.window.closesOn)) : words.over, state: FACT_CHECK_REPLY_STATES[reply.state] })),
    };
  }

  @Get(paths.factCheck(':id'))
  @Access('report.check', 'FACT_CHECK_READ')
  @Header('Cache-Control', 'private, no-store')
  @Render('reports/web/views/fact-check.njk')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: Request): Promise<FactCheckPage> {
    return this.page(actor, id, request);
  }

  @Post(paths.factCheck(':id'))
  @Access('report.check', 'FACT_CHECK_REPLY_SAVED')
  async save(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() form: FactCheckForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.save(actor, { id, rowVersion: form.rowVersion }, form.text);
    done(request, response, id, words.saved);
  }

  @Get(paths.sendReply(':id'))
  @Access('report.send-reply', 'FACT_CHECK_READ')
  @Header('Cache-Control', 'private, no-store')
  @Render('reports/web/views/send-reply.njk')
  async askToSend(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: Request): Promise<FactCheckPage> {
    const page = await this.page(actor, id, request);
    if (!page.open) throw ApplicationError.conflict('This is not possible as the reply stands now', 'not-from-here');
    return { ...page, title: `${words.send}: ${page.title}`, backLink: { text: 'Back to the fact-check', href: paths.factCheck(id) } };
  }

  @Post(paths.sendReply(':id'))
  @Access('report.send-reply', 'FACT_CHECK_REPLY_SENT')
  async send(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.send(actor, { id, rowVersion: form.rowVersion });
    done(request, response, id, words.sent);
  }

  private async page(actor: Actor, id: string, request: Request): Promise<FactCheckPage> {
    const reply = await this.reports.factCheck(actor, id);
    const { section, window, state, text, rowVersion } = reply;
    const open = window.state === 'open' && (state === 'invited' || state === 'drafted');
    // once it is over the council may write on; what was checked is then in the edition
    const shown = window.state === 'open' || section.version === reply.textVersion;
    return {
      title: words.of(missionOf(reply)), caption: reportTitle(window.report), backLink: { text: words.title, href: paths.factChecks }, words, columns: reportsWords.columns,
      lead: window.state === 'open' ? words.lead(longDate(window.closesOn)) : words.closed,
      text: shown ? section.text : '', ruralNote: shown ? section.ruralNote : '', devolvedNote: shown ? section.devolvedNote : '',
      facts: shown && section.facts ? factParts(section.facts) : undefined,
      targets: shown && section.facts ? targetLines(section.facts) : [],
      open,
      standing: state === 'sent' ? words.sentOn : FACT_CHECK_REPLY_STATES[state],
      written: text,
      sendHref: open && state === 'drafted' && may(actor, 'report.send-reply') ? paths.sendReply(id) : undefined,
      form: takeFormState(request, { text, rowVersion }),
    };
  }
}

function missionOf({ section: { mission } }: FactCheckReply): string {
  return mission ? reportsWords.mission(mission.number, mission.focusArea) : '';
}

function done(request: Request, response: Response, id: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, paths.factCheck(id));
}
