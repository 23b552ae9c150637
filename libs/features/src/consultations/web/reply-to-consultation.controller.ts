import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { ConsultationRepliesService } from '../consultation-replies.service.js';
import { type ConsultationReply } from '../consultation-reply.entity.js';
import { consultationsPaths as paths } from '../consultations.paths.js';
import { ConsultationsQueries } from '../consultations.queries.js';
import { consultationsWords } from '../consultations.words.js';
import { ReplyForm } from './consultation.forms.js';

const words = consultationsWords.reply;

interface ReplyPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  lead: string;
  question: string;
  form: FormState<{ text: string; publish: string; confidentialReason: string; rowVersion: number }>;
  /** On the pages that ask for a yes. */
  button: string;
  publishing: string;
  changeHref: string;
}

/** The reply of an invited body: written, checked and sent, taken back. */
@Controller()
@UseInterceptors(new KeptTyping(consultationsWords.labels))
export class ReplyToConsultationController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly replies: ConsultationRepliesService,
  ) {}

  @Get(paths.reply(':reference'))
  @Access('consultation.answer', 'CONSULTATION_REPLY_READ')
  async ask(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const told = { title: words.title, lead: words.intro, button: words.button };
    await this.askUnlessSent(actor, reference, { request, response }, 'consultations/web/views/reply.njk', told);
  }

  @Post(paths.reply(':reference'))
  @Access('consultation.answer', 'CONSULTATION_REPLY_SAVED')
  async save(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: ReplyForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { text, publish, confidentialReason, rowVersion } = form;
    await this.replies.save(actor, { reference, rowVersion }, { text, confidential: publish === '' ? null : publish === 'no', confidentialReason });
    done(request, response, reference, words.saved);
  }

  @Get(paths.send(':reference'))
  @Access('consultation.answer', 'CONSULTATION_REPLY_READ')
  async askToSend(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const told = { title: words.sendTitle, lead: words.sendIntro, button: words.sendButton };
    await this.askUnlessSent(actor, reference, { request, response }, 'consultations/web/views/send.njk', told);
  }

  @Post(paths.send(':reference'))
  @Access('consultation.answer', 'CONSULTATION_REPLY_SENT')
  async send(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.send(actor, { reference, rowVersion: form.rowVersion });
    done(request, response, reference, words.sent);
  }

  @Get(paths.takeBack(':reference'))
  @Access('consultation.answer', 'CONSULTATION_REPLY_READ')
  @Render('consultations/web/views/send.njk')
  askToTakeBack(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<ReplyPage> {
    return this.page(actor, reference, request, ['sent'], { title: words.takeBackTitle, lead: words.takeBackIntro, button: words.takeBackButton });
  }

  @Post(paths.takeBack(':reference'))
  @Access('consultation.answer', 'CONSULTATION_REPLY_TAKEN_BACK')
  async takeBack(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.takeBack(actor, { reference, rowVersion: form.rowVersion });
    done(request, response, reference, words.takenBack);
  }

  /** A reply that was sent has its page, which says so. */
  private async askUnlessSent(actor: Actor, reference: string, { request, response }: { request: Request; response: Response }, view: string, told: Pick<ReplyPage, 'title' | 'lead' | 'button'>): Promise<void> {
    const { id } = await this.consultations.byReference(reference);
    if ((await this.consultations.ownReply(actor, id)).state === 'sent') response.redirect(303, paths.show(reference));
    else response.render(view, await this.page(actor, reference, request, ['invited', 'drafted'], told));
  }

  private async page(
    actor: Actor,
    reference: string,
    request: Request,
    states: ConsultationReply['state'][],
    told: Pick<ReplyPage, 'title' | 'lead' | 'button'>,
  ): Promise<ReplyPage> {
    const consultation = await this.consultations.byReference(reference);
    const reply = await this.consultations.ownReply(actor, consultation.id);
    if (consultation.state !== 'open' || !states.includes(reply.state)) throw ApplicationError.conflict('This is not possible as the reply stands now', 'not-from-here');
    const { text, confidential, confidentialReason, rowVersion } = reply;
    return {
      ...told,
      title: `${told.title}: ${consultation.title}`,
      caption: `${consultation.reference}, ${reply.organisation.name}`,
      backLink: { text: 'Back to the consultation', href: paths.show(reference) },
      words,
      question: consultation.question,
      form: takeFormState(request, { text, publish: confidential === null ? '' : confidential ? 'no' : 'yes', confidentialReason, rowVersion }),
      publishing: confidential === null ? words.undecided : confidential ? `${words.no}. ${confidentialReason}` : words.yes,
      changeHref: paths.reply(reference),
    };
  }
}

function done(request: Request, response: Response, reference: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, paths.show(reference));
}
