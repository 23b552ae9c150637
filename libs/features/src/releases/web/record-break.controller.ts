import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { ReleaseAccess } from '../release-access.service.js';
import { releasesPaths } from '../releases.paths.js';
import { releasesWords } from '../releases.words.js';
import { RevisionsQueries } from '../revisions.queries.js';
import { SeriesBreaksService } from '../series-breaks.service.js';
import { RecordBreakForm } from './release.form.js';

const words = releasesWords.breaks;

interface RecordBreakPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  metrics: { value: string; text: string; checked: boolean }[];
  form: FormState<{ metricId: string; period: string; what: string; reason: string }>;
}

/** Records from when on a series is not comparable with what was before. */
@Controller()
export class RecordBreakController {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly revisions: RevisionsQueries,
    private readonly breaks: SeriesBreaksService,
  ) {}

  @Get(releasesPaths.newBreak(':id'))
  @Access('observation.import', 'none')
  @Render('releases/web/views/record-break.njk')
  async ask(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<RecordBreakPage> {
    const release = await this.access.find(actor, id);
    const metrics = (await this.revisions.of(release.id)).map(({ metric }) => metric);
    const only = metrics.length === 1 ? String(metrics[0]?.id) : '';
    const form = takeFormState(request, { metricId: only, period: '', what: '', reason: '' });
    return {
      title: words.title,
      backLink: { text: releasesWords.back(release.id), href: releasesPaths.show(release.id) },
      words,
      metrics: metrics.map(({ id: value, name }) => ({ value: String(value), text: name, checked: String(value) === String(form.values.metricId) })),
      form,
    };
  }

  @Post(releasesPaths.newBreak(':id'))
  @Access('observation.import', 'SERIES_BREAK_RECORDED')
  async record(@Param('id') id: string, @CurrentActor() actor: Actor, @Body() form: RecordBreakForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const release = await this.access.find(actor, id);
    await this.breaks.record(actor, release.id, form);
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, releasesPaths.show(release.id));
  }
}
