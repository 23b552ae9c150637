import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { ReleaseAccess } from '../release-access.service.js';
import { ReleaseEmbargoService } from '../release-embargo.service.js';
import { releasesPaths } from '../releases.paths.js';
import { knownAt, ReleasesQueries } from '../releases.queries.js';
import { releasesWords } from '../releases.words.js';
import { embargoInWords } from '../embargo-in-words.js';
import { hourOf, MoveHourForm } from './release.form.js';

const words = releasesWords.hour;

interface MoveHourPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  until: string;
  form: FormState<Record<keyof MoveHourForm, string>>;
}

/** Moves the hour of a release that is still under embargo. */
@Controller()
export class MoveHourController {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly releases: ReleasesQueries,
    private readonly embargo: ReleaseEmbargoService,
  ) {}

  @Get(releasesPaths.hour(':id'))
  @Access('observation.import', 'none')
  @Render('releases/web/views/hour.njk')
  async ask(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<MoveHourPage> {
    const release = await this.access.find(actor, id);
    if (!this.releases.isEmbargoed(release)) throw ApplicationError.conflict('The hour of this release has come: it is published, and its hour cannot be moved', 'published');
    const until = knownAt(release);
    const [year = '', month = '', day = ''] = londonDate(until).split('-');
    return {
      title: words.title,
      backLink: { text: releasesWords.back(release.id), href: releasesPaths.show(release.id) },
      words,
      until: embargoInWords(until),
      form: takeFormState(request, { day: String(Number(day)), month: String(Number(month)), year, time: LONDON_TIME.format(until), reason: '' }),
    };
  }

  @Post(releasesPaths.hour(':id'))
  @Access('observation.import', 'RELEASE_RESCHEDULED')
  async move(@Param('id') id: string, @CurrentActor() actor: Actor, @Body() form: MoveHourForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const release = await this.access.find(actor, id);
    await this.embargo.moveHour(actor, release.id, { publishedAt: hourOf(form), reason: form.reason });
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, releasesPaths.show(release.id));
  }
}

const LONDON_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
