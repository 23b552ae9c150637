import { Body, Controller, Get, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { preReleasePaths } from '../pre-release.paths.js';
import { PreReleaseQueries } from '../pre-release.queries.js';
import { PreReleaseService } from '../pre-release.service.js';
import { preReleaseWords } from '../pre-release.words.js';
import { OpenWindowForm } from './pre-release.forms.js';

const { manage, open } = preReleaseWords;

interface ManagePage {
  title: string;
  words: typeof manage;
  nothing: string | undefined;
  rows: { release: string; hour: string; window: string; openHref: string | undefined }[];
}

interface OpenWindowPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof open;
  bodies: { value: string; text: string; checked: boolean }[];
  form: FormState<{ hours: string; bodies: string[] }>;
}

/** The statistician's pages: which bodies see what before its hour. */
@Controller()
export class OpenWindowController {
  constructor(
    private readonly queries: PreReleaseQueries,
    private readonly service: PreReleaseService,
  ) {}

  @Get(preReleasePaths.manage)
  @Access('observation.import', 'none')
  @Render('pre-release/web/views/manage.njk')
  async list(@CurrentActor() actor: Actor): Promise<ManagePage> {
    const rows = await this.queries.embargoed(actor);
    return {
      title: manage.title,
      words: manage,
      nothing: rows.length === 0 ? manage.nothing : undefined,
      rows: rows.map(({ release, window }) => ({
        release: release.fileName,
        hour: release.publishedAt ? longDateTime(release.publishedAt) : '',
        window: window ? manage.window(window.hoursBefore, window.bodies.map(({ organisation }) => organisation.name).join('; ')) : manage.none,
        openHref: window ? undefined : preReleasePaths.open(release.id),
      })),
    };
  }

  @Get(preReleasePaths.open(':release'))
  @Access('observation.import', 'none')
  @Render('pre-release/web/views/open.njk')
  async ask(@Param('release', new ParseIntPipe({ errorHttpStatusCode: 404 })) id: number, @CurrentActor() actor: Actor, @Req() request: Request): Promise<OpenWindowPage> {
    const found = (await this.queries.embargoed(actor)).find(({ release }) => release.id === id);
    if (!found) throw ApplicationError.notFound('That release under embargo');
    const form = takeFormState(request, { hours: '24', bodies: [] as string[] });
    const chosen: readonly string[] = [form.values.bodies].flat();
    return {
      title: open.title(found.release.fileName),
      backLink: { text: open.back, href: preReleasePaths.manage },
      words: open,
      bodies: (await this.queries.possibleBodies()).map(({ id: value, name }) => ({ value, text: name, checked: chosen.includes(value) })),
      form,
    };
  }

  @Post(preReleasePaths.open(':release'))
  @Access('observation.import', 'PRE_RELEASE_OPENED')
  async open(@Param('release', new ParseIntPipe({ errorHttpStatusCode: 404 })) id: number, @CurrentActor() actor: Actor, @Body() form: OpenWindowForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.open(actor, id, form);
    request.session.notice = { title: 'Success', text: open.done };
    response.redirect(303, preReleasePaths.manage);
  }
}
