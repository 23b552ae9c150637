import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type FactParts, factParts } from '../mission-parts.js';
import { reportTitle } from '../report-records.js';
import { INTRODUCTION, type ReportSection } from '../report-section.entity.js';
import { ReportTextsService } from '../report-texts.service.js';
import { INTRODUCTION_SLUG, reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { reportsWords } from '../reports.words.js';
import { SectionForm } from './report.forms.js';
import { type TargetLine, targetLines } from './target-lines.js';

const words = reportsWords.text;

interface TextPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  columns: typeof reportsWords.columns;
  mission: boolean;
  open: boolean;
  statement: string | undefined;
  facts: FactParts | undefined;
  targets: TargetLine[];
  versionsHref: string;
  form: FormState<{ text: string; ruralNote: string; devolvedNote: string; rowVersion: number }>;
}

interface VersionsPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  nothing: string | undefined;
  versions: { heading: string; by: string; texts: string[] }[];
}

/** The council's own text, part by part. */
@Controller()
@UseInterceptors(new KeptTyping(reportsWords.labels))
export class WriteReportController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly texts: ReportTextsService,
  ) {}

  @Get(paths.text(':reference', ':part'))
  @Access('report.write', 'none')
  @Render('reports/web/views/text.njk')
  async ask(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('part') part: string, @Req() request: Request): Promise<TextPage> {
    const section = await this.reports.section(actor, reference, keyOf(part));
    const { text, ruralNote, devolvedNote, rowVersion, mission, facts, report } = section;
    return {
      ...headOf(section), words,
      columns: reportsWords.columns,
      backLink: { text: 'Back to the workspace', href: paths.show(reference) },
      mission: mission !== null,
      open: report.state === 'writing',
      statement: mission?.statement,
      facts: facts ? factParts(facts) : undefined,
      targets: facts ? targetLines(facts) : [],
      versionsHref: paths.versions(reference, part),
      form: takeFormState(request, { text, ruralNote, devolvedNote, rowVersion }),
    };
  }

  @Post(paths.text(':reference', ':part'))
  @Access('report.write', 'REPORT_TEXT_WRITTEN')
  async write(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('part') part: string, @Body() form: SectionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { rowVersion, text, ruralNote, devolvedNote } = form;
    await this.texts.write(actor, { reference, key: keyOf(part), rowVersion }, { text, ruralNote, devolvedNote });
    request.session.notice = { title: 'Success', text: words.saved };
    response.redirect(303, paths.show(reference));
  }

  @Get(paths.versions(':reference', ':part'))
  @Access('report.write', 'none')
  @Render('reports/web/views/versions.njk')
  async history(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('part') part: string): Promise<VersionsPage> {
    const section = await this.reports.section(actor, reference, keyOf(part));
    const versions = await this.reports.versions(actor, section.id);
    const { title, caption } = headOf(section);
    return {
      title: `${reportsWords.versions.title}: ${title}`,
      caption,
      backLink: { text: 'Back to the text', href: paths.text(reference, part) },
      nothing: versions.length === 0 ? reportsWords.versions.nothing : undefined,
      versions: versions.map(({ version, authorName, at, text, ruralNote, devolvedNote }) => ({ heading: reportsWords.show.version(version), by: `${authorName}, ${longDateTime(at)}`, texts: [text, ruralNote, devolvedNote].filter(Boolean) })),
    };
  }
}

function keyOf(part: string): string {
  return part === INTRODUCTION_SLUG ? INTRODUCTION : part;
}

function headOf({ mission, report }: ReportSection): { title: string; caption: string } {
  return { title: mission ? reportsWords.mission(mission.number, mission.focusArea) : reportsWords.show.introduction, caption: reportTitle(report) };
}
