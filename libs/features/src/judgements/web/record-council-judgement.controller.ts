import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { CouncilDecisionsQueries } from '#features/council/council-decisions.queries.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { GivenJudgementsService } from '../given-judgements.service.js';
import { judgementsPaths } from '../judgements.paths.js';
import { JudgementsQueries } from '../judgements.queries.js';
import { judgementsWords } from '../judgements.words.js';
import { type MissionStanding } from '../mission-standing.js';
import { CouncilJudgementForm } from './council-judgement.form.js';
import { type CouncilFormPage, missionName, presentCouncilForm } from './council-judgement.presenter.js';

interface RecordedPage {
  title: string;
  words: typeof judgementsWords.recorded;
  text: string;
  missionHref: string;
  listHref: string;
}

/** The council's own judgement of a mission: form and confirmation. */
@Controller()
@UseInterceptors(new KeptTyping({ sentence: judgementsWords.form.reason }))
export class RecordCouncilJudgementController {
  constructor(
    private readonly judgements: GivenJudgementsService,
    private readonly queries: JudgementsQueries,
    private readonly decisions: CouncilDecisionsQueries,
  ) {}

  @Get(judgementsPaths.newCouncil(':missionId'))
  @Access('judgement.write-council', 'none')
  @Render('judgements/web/views/council-form.njk')
  async ask(@Param('missionId', ParseUUIDPipe) missionId: string, @Req() request: Request): Promise<CouncilFormPage> {
    const standing = await this.standing(missionId);
    const form = takeFormState(request, { verdict: '', sentence: '', decision: '', seen: standing.council?.id ?? '' });
    return presentCouncilForm(standing, await this.decisions.adoptedJudgements(missionId), form);
  }

  @Post(judgementsPaths.newCouncil(':missionId'))
  @Access('judgement.write-council', 'COUNCIL_JUDGEMENT_RECORDED')
  async record(
    @Param('missionId', ParseUUIDPipe) missionId: string,
    @CurrentActor() actor: Actor,
    @Body() form: CouncilJudgementForm,
    @Res() response: Response,
  ): Promise<void> {
    await this.judgements.recordCouncil(actor, { missionId, verdict: form.verdict, sentence: form.sentence, seen: form.seen, ...(form.decision === undefined ? {} : { decision: form.decision }) });
    response.redirect(303, judgementsPaths.recordedCouncil(missionId));
  }

  @Get(judgementsPaths.recordedCouncil(':missionId'))
  @Access('judgement.write-council', 'none')
  @Render('judgements/web/views/council-recorded.njk')
  async recorded(@Param('missionId', ParseUUIDPipe) missionId: string): Promise<RecordedPage> {
    const standing = await this.standing(missionId);
    if (!standing.council) throw ApplicationError.notFound('A judgement of the council');
    const words = judgementsWords.recorded;
    return {
      title: words.title,
      words,
      text: words.text(missionName(standing), VERDICTS[standing.council.verdict]),
      missionHref: missionsPaths.mission(standing.frameworkSlug, standing.slug),
      listHref: judgementsPaths.council,
    };
  }

  private async standing(missionId: string): Promise<MissionStanding> {
    const standing = await this.queries.standingOfMission(missionId);
    if (!standing) throw ApplicationError.notFound('That mission');
    return standing;
  }
}
