import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { publishFaults } from '#domain/mission-quality/publish-faults.js';
import { FINDING_FIELDS, valueOf } from '#domain/mission-quality/quality-section.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { reviewedClauses } from '../first-findings.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { FIELD_LABELS, missionQualityWords, SECTION_WORDS } from '../mission-quality.words.js';
import { QualityReviewsService } from '../quality-reviews.service.js';
import { DraftReading } from './draft-reading.js';
import { findingIn } from './edit-finding.controller.js';
import { DraftForm } from './quality.forms.js';

interface ActPage {
  title: string;
  backLink: { text: string; href: string };
  words: { text: string; button: string; blocked?: string };
  quoted: string | undefined;
  /** The first of each section is what an error leads to. */
  faults: { id: string | undefined; text: string; href: string }[];
  danger: boolean;
  form: FormState<{ rowVersion: number }>;
}

/** Taking a finding out of the draft, and publishing the draft: both are asked once more. */
@Controller()
@UseInterceptors(new KeptTyping(FIELD_LABELS))
export class PublishQualityController {
  constructor(
    private readonly reading: DraftReading,
    private readonly service: QualityReviewsService,
  ) {}

  @Get(paths.remove(':missionId', ':finding'))
  @Access('quality-review.write', 'none')
  @Render('mission-quality/web/views/act.njk')
  async askToRemove(@Param('missionId', ParseUUIDPipe) missionId: string, @Param('finding', ParseUUIDPipe) id: string, @Req() request: Request): Promise<ActPage> {
    const { mission, draft } = await this.reading.of(missionId);
    const finding = findingIn(draft, id);
    const words = missionQualityWords.remove;
    const quoted = FINDING_FIELDS[finding.section].map(({ name }) => valueOf(finding, name)).filter((text) => text !== '').join('\n');
    return { title: `${words.title(SECTION_WORDS[finding.section].one)}: ${mission.focusArea}`, backLink: back(missionId), words, quoted, faults: [], danger: true, form: takeFormState(request, { rowVersion: draft.rowVersion }) };
  }

  @Post(paths.remove(':missionId', ':finding'))
  @Access('quality-review.write', 'QUALITY_FINDING_REMOVED')
  async remove(@Param('missionId', ParseUUIDPipe) missionId: string, @Param('finding', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @Body() form: DraftForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.remove(actor, missionId, id, form.rowVersion);
    request.session.notice = { title: 'Success', text: missionQualityWords.remove.done };
    response.redirect(303, paths.draft(missionId));
  }

  @Get(paths.publish(':missionId'))
  @Access('quality-review.publish', 'none')
  @Render('mission-quality/web/views/act.njk')
  async askToPublish(@Param('missionId', ParseUUIDPipe) missionId: string, @Req() request: Request): Promise<ActPage> {
    const { mission, draft } = await this.reading.of(missionId);
    const words = missionQualityWords.publish;
    const faults = publishFaults(draft.findings, reviewedClauses(mission)).map(({ message, field }, index, all) => ({
      id: all.findIndex((fault) => fault.field === field) === index ? field : undefined,
      text: message, href: `${paths.draft(missionId)}#${field ?? ''}`,
    }));
    return { title: words.title(mission.focusArea), backLink: back(missionId), words, quoted: undefined, faults, danger: false, form: takeFormState(request, { rowVersion: draft.rowVersion }) };
  }

  @Post(paths.publish(':missionId'))
  @Access('quality-review.publish', 'QUALITY_REVIEW_PUBLISHED')
  async publish(@Param('missionId', ParseUUIDPipe) missionId: string, @CurrentActor() actor: Actor, @Body() form: DraftForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { mission } = await this.reading.of(missionId);
    const number = await this.service.publish(actor, missionId, form.rowVersion);
    request.session.notice = { title: 'Success', text: missionQualityWords.publish.done(number) };
    response.redirect(303, paths.mission(mission.framework.slug, mission.slug));
  }
}

function back(missionId: string): { text: string; href: string } {
  return { text: missionQualityWords.finding.back, href: paths.draft(missionId) };
}
