import { Body, Controller, Get, Param, Post, Query, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { ANSWER_WORKING_DAYS } from '#domain/letters/letter-blockers.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { requireDraft } from '../letter-keeping.js';
import { lettersPaths } from '../letters.paths.js';
import { LettersQueries } from '../letters.queries.js';
import { LettersService } from '../letters.service.js';
import { lettersWords as words } from '../letters.words.js';
import { LetterForm, letterOf } from './letter.forms.js';
import { type LetterPage, presentLetter } from './letter.presenter.js';

interface EditPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.edit;
  isNew: boolean;
  form: FormState<Omit<LetterForm, 'rowVersion'> & { rowVersion: number }>;
}

type PublishPage = LetterPage & { backLink: { text: string; href: string }; publishWords: typeof words.publish; asked: string; form: FormState<{ rowVersion: number }> };

/** The council writes, changes, signs. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class WriteLetterController {
  constructor(
    private readonly queries: LettersQueries,
    private readonly letters: LettersService,
  ) {}

  @Get(lettersPaths.write)
  @Access('letter.write', 'none')
  @Render('letters/web/views/edit.njk')
  askNew(@Query('about') about: unknown, @Req() request: Request): EditPage {
    const values = { subject: '', secretaryOfState: '', selectCommittee: '', other: '', about: typeof about === 'string' ? about : '', body: '', answerWorkingDays: String(ANSWER_WORKING_DAYS), rowVersion: 0 };
    return { title: words.edit.newTitle, backLink: { text: words.list.title, href: lettersPaths.list }, words: words.edit, isNew: true, form: takeFormState(request, values) };
  }

  @Post(lettersPaths.write)
  @Access('letter.write', 'LETTER_SAVED')
  async write(@CurrentActor() actor: Actor, @Body() form: LetterForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { reference } = await this.letters.write(actor, letterOf(form), form.about.trim());
    request.session.notice = { title: 'Saved', text: words.edit.saved };
    response.redirect(303, lettersPaths.show(reference));
  }

  @Get(lettersPaths.edit(':reference'))
  @Access('letter.write', 'none')
  @Render('letters/web/views/edit.njk')
  async ask(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<EditPage> {
    const letter = requireDraft(await this.queries.byReference(actor, reference));
    const named = (kind: string): string => letter.addressees.find((addressee) => addressee.kind === kind)?.name ?? '';
    const values = {
      subject: letter.subject, secretaryOfState: named('secretary-of-state'), selectCommittee: named('select-committee'), other: named('other'), about: '', body: letter.body,
      answerWorkingDays: letter.answerWorkingDays === null ? '' : String(letter.answerWorkingDays), rowVersion: letter.rowVersion,
    };
    return { title: `${words.edit.title} ${reference}`, backLink: back(reference), words: words.edit, isNew: false, form: takeFormState(request, values) };
  }

  @Post(lettersPaths.edit(':reference'))
  @Access('letter.write', 'LETTER_SAVED')
  async edit(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: LetterForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.letters.edit(actor, { reference, rowVersion: form.rowVersion }, letterOf(form));
    request.session.notice = { title: 'Saved', text: words.edit.saved };
    response.redirect(303, lettersPaths.show(reference));
  }

  @Get(lettersPaths.publish(':reference'))
  @Access('letter.sign', 'none')
  @Render('letters/web/views/publish.njk')
  async askToPublish(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<PublishPage> {
    const letter = requireDraft(await this.queries.byReference(actor, reference));
    const page = presentLetter(actor, letter, { answers: [], file: null, today: '', author: null });
    const days = letter.answerWorkingDays;
    return {
      ...page,
      title: `${words.publish.title}: ${reference}`,
      backLink: back(reference),
      publishWords: words.publish,
      asked: days === null ? words.publish.noAnswer : words.publish.due(days),
      form: takeFormState(request, { rowVersion: letter.rowVersion }),
    };
  }

  @Post(lettersPaths.publish(':reference'))
  @Access('letter.sign', 'LETTER_PUBLISHED')
  async publish(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.letters.publish(actor, { reference, rowVersion: form.rowVersion });
    request.session.notice = { title: 'Success', text: words.publish.done };
    response.redirect(303, lettersPaths.show(reference));
  }
}

function back(reference: string): { text: string; href: string } {
  return { text: words.edit.cancel, href: lettersPaths.show(reference) };
}
