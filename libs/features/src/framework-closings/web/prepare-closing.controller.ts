import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { MISSION_OUTCOMES } from '#domain/framework-closings/mission-outcome.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { boxesOf, dateOfBoxes } from '#platform/pages/date-boxes.js';
import { longDate } from '#platform/pages/dates.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { closingsPaths as paths } from '../framework-closings.paths.js';
import { FrameworkClosingsQueries } from '../framework-closings.queries.js';
import { FrameworkClosingsService } from '../framework-closings.service.js';
import { closingsWords as words } from '../framework-closings.words.js';
import { ClosingDayForm, MissionEndingForm } from './closing.forms.js';
import { type PreparePage, preparePage } from './prepare-closing.presenter.js';

/** The chair writes when and why a framework is closed, and what becomes of each mission; members read it. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class PrepareClosingController {
  constructor(
    private readonly closings: FrameworkClosingsQueries,
    private readonly service: FrameworkClosingsService,
  ) {}

  @Get(paths.prepare(':framework'))
  @Access('council.decide', 'none')
  @Render('framework-closings/web/views/prepare.njk')
  async show(@CurrentActor() actor: Actor, @Param('framework') slug: string): Promise<PreparePage> {
    const found = await this.closings.toClose(slug);
    return preparePage(found, (await this.closings.decisions(found.framework)).length, actor);
  }

  @Get(paths.edit(':framework'))
  @Access('council.chair', 'none')
  @Render('pages/views/asking.njk')
  async askDay(@Param('framework') slug: string, @Req() request: Request): Promise<AskingPage> {
    const { framework, closing } = await this.closings.toClose(slug);
    const { title, lead, button, ...labels } = words.day;
    const { day: closesDay, month: closesMonth, year: closesYear } = boxesOf(closing?.closesOn ?? null);
    const decisions = (await this.closings.decisions(framework)).map(({ id, reference, title: about, closedAt }) => ({ value: id, text: `${reference}: ${about}${closedAt ? `, ${longDate(closedAt.toISOString().slice(0, 10))}` : ''}` }));
    return askingPage({
      title, lead, button, caption: framework.title, backLink: { text: words.back, href: paths.prepare(slug) },
      fields: [
        { kind: 'select', name: 'decision', label: labels.decision, items: [{ value: '', text: labels.choose }, ...decisions] },
        { kind: 'date', name: 'closesOn', boxes: 'closes', label: labels.closesOn, hint: labels.closesOnHint },
        { kind: 'text', name: 'reason', label: labels.reason, hint: labels.reasonHint },
      ],
      form: takeFormState(request, { rowVersion: closing?.rowVersion, decision: closing?.decisionId ?? '', closesDay, closesMonth, closesYear, reason: closing?.reason ?? '' }),
    });
  }

  @Post(paths.edit(':framework'))
  @Access('council.chair', 'FRAMEWORK_CLOSING_PREPARED')
  async saveDay(@CurrentActor() actor: Actor, @Param('framework') slug: string, @Body() form: ClosingDayForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const closesOn = dateOfBoxes({ day: form.closesDay, month: form.closesMonth, year: form.closesYear });
    await this.service.prepare(actor, slug, { closesOn, reason: form.reason, decisionId: form.decision ?? '' }, form.rowVersion ?? null);
    saved(request, response, slug, words.day.done);
  }

  @Get(paths.ending(':framework', ':mission'))
  @Access('council.chair', 'none')
  @Render('pages/views/asking.njk')
  async askEnding(@Param('framework') slug: string, @Param('mission') missionSlug: string, @Req() request: Request): Promise<AskingPage> {
    const { framework, closing, missions } = await this.closings.toClose(slug);
    const mission = missions.find((one) => one.slug === missionSlug);
    if (!mission) throw ApplicationError.notFound(words.aMission);
    if (!closing) throw ApplicationError.notFound(words.aClosing);
    const ending = closing.endings.find(({ missionId }) => missionId === mission.id);
    const { title, lead, button, ...labels } = words.ending;
    const successors = (await this.closings.successors(framework.id)).map(({ id, number, focusArea, framework: { title: of } }) => ({ value: id, text: `${of}: ${number}. ${focusArea}` }));
    return askingPage({
      title: title(mission.focusArea), lead, button, caption: framework.title, backLink: { text: words.back, href: paths.prepare(slug) },
      fields: [
        { kind: 'choice', name: 'outcome', label: labels.outcome, items: Object.entries(MISSION_OUTCOMES).map(([value, text]) => ({ value, text })) },
        { kind: 'select', name: 'successor', label: labels.successor, items: [{ value: '', text: labels.noSuccessor }, ...successors] },
        { kind: 'text', name: 'reason', label: labels.reason },
      ],
      form: takeFormState(request, { rowVersion: ending?.rowVersion, outcome: ending?.outcome ?? '', successor: ending?.successorId ?? '', reason: ending?.reason ?? '' }),
    });
  }

  @Post(paths.ending(':framework', ':mission'))
  @Access('council.chair', 'MISSION_ENDING_DECIDED')
  async saveEnding(@CurrentActor() actor: Actor, @Param('framework') slug: string, @Param('mission') mission: string, @Body() form: MissionEndingForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.decideEnding(actor, slug, mission, { outcome: form.outcome, reason: form.reason, successorId: form.successor ?? '' }, form.rowVersion ?? null);
    saved(request, response, slug, words.ending.done);
  }
}

function saved(request: Request, response: Response, slug: string, text: string): void {
  request.session.notice = { title: words.success, text };
  response.redirect(303, paths.prepare(slug));
}
