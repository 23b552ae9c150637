import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type AppointmentDraft } from '#domain/council/council-register.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { UuidPipe } from '#features/access/uuid.pipe.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { councilPaths } from '../council.paths.js';
import { CouncilRegisterQueries } from '../council-register.queries.js';
import { CouncilRegisterService } from '../council-register.service.js';
import { councilWords } from '../council.words.js';
import { dayOf, MemberForm } from './council.forms.js';
import { type MemberPage, memberPage, memberValues } from './keep-council.presenter.js';

/** Terms of members, entered and changed by a chair. */
@Controller()
@UseInterceptors(new KeptTyping(councilWords.labels))
export class KeepMembersController {
  constructor(
    private readonly register: CouncilRegisterService,
    private readonly queries: CouncilRegisterQueries,
  ) {}

  @Get(councilPaths.newMember)
  @Access('council.keep', 'none')
  @Render('council/web/views/member.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<MemberPage> {
    return memberPage(undefined, await this.queries.candidates(actor), takeFormState(request, memberValues()));
  }

  @Post(councilPaths.newMember)
  @Access('council.keep', 'COUNCIL_MEMBER_KEPT')
  async enter(@CurrentActor() actor: Actor, @Body() form: MemberForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.register.saveMember(actor, undefined, draftOf(form, form.person ?? ''));
    saved(request, response);
  }

  @Get(councilPaths.editMember(':id'))
  @Access('council.keep', 'none')
  @Render('council/web/views/member.njk')
  async askChange(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<MemberPage> {
    const term = await this.queries.term(actor, id);
    return memberPage(term, [], takeFormState(request, memberValues(term)));
  }

  @Post(councilPaths.editMember(':id'))
  @Access('council.keep', 'COUNCIL_MEMBER_KEPT')
  async change(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() form: MemberForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { personId } = await this.queries.term(actor, id);
    await this.register.saveMember(actor, { id, rowVersion: form.rowVersion ?? 0 }, draftOf(form, personId));
    saved(request, response);
  }
}

function draftOf(form: MemberForm, personId: string): AppointmentDraft {
  return {
    personId, appointedBy: form.appointedBy, endedWhy: form.endedWhy,
    from: dayOf({ day: form.fromDay, month: form.fromMonth, year: form.fromYear }),
    until: dayOf({ day: form.untilDay, month: form.untilMonth, year: form.untilYear }),
    ended: dayOf({ day: form.endedDay, month: form.endedMonth, year: form.endedYear }),
  };
}

function saved(request: Request, response: Response): void {
  request.session.notice = { title: councilWords.success, text: councilWords.member.saved };
  response.redirect(303, councilPaths.keep);
}
