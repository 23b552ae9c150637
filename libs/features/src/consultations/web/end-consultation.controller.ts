import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type ConsultationAction } from '#domain/consultations/consultation-status.js';
import { CONSULTATION_WORKFLOW } from '#domain/consultations/consultation-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { consultationsPaths as paths } from '../consultations.paths.js';
import { ConsultationsQueries } from '../consultations.queries.js';
import { ConsultationsService } from '../consultations.service.js';
import { consultationsWords } from '../consultations.words.js';
import { RespondForm, WithdrawForm } from './consultation.forms.js';

const { respond, withdraw } = consultationsWords;

interface EndPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof withdraw & Partial<typeof respond>;
  form: FormState<{ changes: string; reason: string; rowVersion: number }>;
}

/** Whoever asked says what was changed and why, or takes the consultation back. */
@Controller()
@UseInterceptors(new KeptTyping(consultationsWords.labels))
export class EndConsultationController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly service: ConsultationsService,
  ) {}

  @Get(paths.respond(':reference'))
  @Access('consultation.open', 'none')
  @Render('consultations/web/views/end.njk')
  askToRespond(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<EndPage> {
    return this.page(actor, reference, request, 'respond', respond);
  }

  @Post(paths.respond(':reference'))
  @Access('consultation.open', 'CONSULTATION_RESPONDED')
  async respond(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: RespondForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.respond(actor, { reference, rowVersion: form.rowVersion }, form);
    request.session.notice = { title: 'Success', text: respond.done };
    response.redirect(303, paths.show(reference));
  }

  @Get(paths.withdraw(':reference'))
  @Access('consultation.open', 'none')
  @Render('consultations/web/views/end.njk')
  askToWithdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<EndPage> {
    return this.page(actor, reference, request, 'withdraw', withdraw);
  }

  @Post(paths.withdraw(':reference'))
  @Access('consultation.open', 'CONSULTATION_WITHDRAWN')
  async withdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: WithdrawForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.withdraw(actor, { reference, rowVersion: form.rowVersion }, form.reason);
    request.session.notice = { title: 'Success', text: withdraw.done };
    response.redirect(303, paths.show(reference));
  }

  private async page(actor: Actor, reference: string, request: Request, action: ConsultationAction, words: EndPage['words']): Promise<EndPage> {
    const { title, state, rowVersion, organisationId } = await this.consultations.byReference(reference);
    if (organisationId !== actor.organisationId) throw ApplicationError.forbidden('This consultation is another organisation’s', 'not-yours');
    if (!transitionFor(CONSULTATION_WORKFLOW, state, action, ['asker'])) throw ApplicationError.conflict('This is not possible as the consultation stands now', 'not-from-here');
    return {
      title: `${words.title}: ${title}`,
      caption: reference,
      backLink: { text: 'Back to the consultation', href: paths.show(reference) },
      words,
      form: takeFormState(request, { changes: '', reason: '', rowVersion }),
    };
  }
}
