import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { isQualitySection, type QualitySection } from '#domain/mission-quality/quality-section.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { FIELD_LABELS, missionQualityWords } from '../mission-quality.words.js';
import { type QualityFindingRow } from '../quality-finding.entity.js';
import { type QualityReview } from '../quality-review.entity.js';
import { QualityReviewsService } from '../quality-reviews.service.js';
import { DraftReading } from './draft-reading.js';
import { type FindingFormPage, findingFormPage, findingValues } from './finding-form.presenter.js';
import { FindingForm, findingInputOf } from './quality.forms.js';

/** One finding a page: a new one of a section, or one that is there. */
@Controller()
@UseInterceptors(new KeptTyping(FIELD_LABELS))
export class EditFindingController {
  constructor(
    private readonly reading: DraftReading,
    private readonly service: QualityReviewsService,
  ) {}

  @Get(paths.add(':missionId', ':section'))
  @Access('quality-review.write', 'none')
  @Render('mission-quality/web/views/finding.njk')
  async askNew(@Param('missionId', ParseUUIDPipe) missionId: string, @Param('section') name: string, @Req() request: Request): Promise<FindingFormPage> {
    const section = sectionOf(name);
    const { mission, draft } = await this.reading.of(missionId);
    return findingFormPage(mission, { section, isNew: true, form: takeFormState(request, findingValues(section, undefined, draft.rowVersion)) });
  }

  @Post(paths.add(':missionId', ':section'))
  @Access('quality-review.write', 'QUALITY_FINDING_ADDED')
  async add(@Param('missionId', ParseUUIDPipe) missionId: string, @Param('section') name: string, @CurrentActor() actor: Actor, @Body() form: FindingForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const section = sectionOf(name);
    await this.service.add(actor, missionId, section, findingInputOf(form, section));
    saved(request, response, missionId);
  }

  @Get(paths.change(':missionId', ':finding'))
  @Access('quality-review.write', 'none')
  @Render('mission-quality/web/views/finding.njk')
  async ask(@Param('missionId', ParseUUIDPipe) missionId: string, @Param('finding', ParseUUIDPipe) id: string, @Req() request: Request): Promise<FindingFormPage> {
    const { mission, draft } = await this.reading.of(missionId);
    const finding = findingIn(draft, id);
    const { section } = finding;
    return findingFormPage(mission, { section, isNew: false, form: takeFormState(request, findingValues(section, finding, draft.rowVersion)) });
  }

  @Post(paths.change(':missionId', ':finding'))
  @Access('quality-review.write', 'QUALITY_FINDING_CHANGED')
  async change(@Param('missionId', ParseUUIDPipe) missionId: string, @Param('finding', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @Body() form: FindingForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const there = (await this.reading.of(missionId)).draft.findings.find((finding) => finding.id === id);
    // not 404: what was typed is kept
    if (!there) throw ApplicationError.conflict(missionQualityWords.finding.removed, 'removed');
    const { section } = there;
    await this.service.edit(actor, missionId, id, findingInputOf(form, section));
    saved(request, response, missionId);
  }
}

function saved(request: Request, response: Response, missionId: string): void {
  request.session.notice = { title: 'Success', text: missionQualityWords.finding.saved };
  response.redirect(303, paths.draft(missionId));
}

export function findingIn(draft: QualityReview, id: string): QualityFindingRow {
  const finding = draft.findings.find((each) => each.id === id);
  if (!finding) throw ApplicationError.notFound('That finding');
  return finding;
}

function sectionOf(name: string): QualitySection {
  if (!isQualitySection(name)) throw ApplicationError.notFound('That section');
  return name;
}
