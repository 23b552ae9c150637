import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { figureInWords } from '#domain/judgements/figure-words.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { preReleasePaths as paths } from '../pre-release.paths.js';
import { type EmbargoedFigure, PreReleaseQueries } from '../pre-release.queries.js';
import { PreReleaseService } from '../pre-release.service.js';
import { preReleaseWords } from '../pre-release.words.js';
import { PreReleaseCommentForm } from './pre-release.forms.js';

const { own, show, comment } = preReleaseWords;

interface FiguresPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof show;
  warning: string;
  nothing: string | undefined;
  rows: { metric: string; figure: string; comment: string; writeHref: string }[];
}

interface CommentPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof comment;
  warning: string;
  figure: string;
  form: FormState<{ words: string }>;
}

/** A named place's pages: its own figures under embargo, read and commented on inside the window's hours alone. */
@Controller()
export class CommentBeforeHourController {
  constructor(
    private readonly queries: PreReleaseQueries,
    private readonly service: PreReleaseService,
  ) {}

  @Get(paths.own)
  @Access('place.reply', 'none')
  @Render('pre-release/web/views/own.njk')
  async list(@CurrentActor() actor: Actor): Promise<{ title: string; words: typeof own; links: { text: string; href: string }[] }> {
    const windows = await this.queries.openFor(actor);
    const links = windows.map(({ id, release }) => ({ href: paths.show(id), text: own.line(release.publisher, release.publishedAt ? longDateTime(release.publishedAt) : '') }));
    return { title: own.title, words: own, links };
  }

  @Get(paths.show(':id'))
  @Access('place.reply', 'PRE_RELEASE_READ')
  @Render('pre-release/web/views/figures.njk')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FiguresPage> {
    const { window, figures } = await this.queries.forBody(actor, id);
    return {
      title: show.title,
      backLink: { text: show.back, href: paths.own },
      words: show,
      warning: show.warning(window.release.publishedAt ? longDateTime(window.release.publishedAt) : ''),
      nothing: figures.length === 0 ? show.nothing : undefined,
      rows: figures.map((figure) => ({ metric: figure.metric.name, figure: figureText(figure), comment: figure.words ?? show.noComment, writeHref: paths.comment(id, figure.metric.slug) })),
    };
  }

  @Get(paths.comment(':id', ':metric'))
  @Access('place.reply', 'PRE_RELEASE_READ')
  @Render('pre-release/web/views/comment.njk')
  async ask(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('metric') metric: string, @Req() request: Request): Promise<CommentPage> {
    const { window, figures } = await this.queries.forBody(actor, id);
    const figure = figures.find((each) => each.metric.slug === metric);
    if (!figure) throw ApplicationError.notFound('That figure');
    return {
      title: comment.title(figure.metric.name),
      backLink: { text: 'Back to the figures', href: paths.show(id) },
      words: comment,
      warning: show.warning(window.release.publishedAt ? longDateTime(window.release.publishedAt) : ''),
      figure: figureText(figure),
      form: takeFormState(request, { words: figure.words ?? '' }),
    };
  }

  @Post(paths.comment(':id', ':metric'))
  @Access('place.reply', 'PRE_RELEASE_COMMENTED')
  async write(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('metric') metric: string, @Body() form: PreReleaseCommentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.comment(actor, id, metric, form.words);
    request.session.notice = { title: 'Success', text: comment.done };
    response.redirect(303, paths.show(id));
  }
}

function figureText({ value, metric, period }: EmbargoedFigure): string {
  return `${value === null ? show.blank : figureInWords(value, metric)} (${period})`;
}
