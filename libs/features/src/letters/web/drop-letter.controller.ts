import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { mayDrop, requireDraft } from '../letter-keeping.js';
import { lettersPaths } from '../letters.paths.js';
import { LettersQueries } from '../letters.queries.js';
import { LettersService } from '../letters.service.js';
import { lettersWords as words } from '../letters.words.js';
import { DropLetterForm } from './letter.forms.js';

/** A draft that is not sent after all. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class DropLetterController {
  constructor(
    private readonly queries: LettersQueries,
    private readonly letters: LettersService,
  ) {}

  @Get(lettersPaths.drop(':reference'))
  @Access('letter.write', 'none')
  @Render('pages/views/asking.njk')
  async askToDrop(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const letter = requireDraft(await this.queries.byReference(actor, reference));
    if (!mayDrop(actor, await this.queries.authorOf(letter.id))) throw ApplicationError.forbidden(words.notTheirs, 'not-yours');
    const { title, lead, reason, button } = words.drop;
    return askingPage({
      title, caption: reference, backLink: { text: words.edit.cancel, href: lettersPaths.show(reference) }, lead: [lead], fields: [{ kind: 'text', name: 'reason', label: reason, rows: 4 }], button,
      form: takeFormState(request, { reason: '', rowVersion: letter.rowVersion }),
    });
  }

  @Post(lettersPaths.drop(':reference'))
  @Access('letter.write', 'LETTER_DROPPED')
  async drop(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: DropLetterForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.letters.drop(actor, { reference, rowVersion: form.rowVersion }, form.reason);
    request.session.notice = { title: 'Success', text: words.drop.done };
    response.redirect(303, lettersPaths.show(reference));
  }
}
