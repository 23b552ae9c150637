import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { TakesUpload } from '#platform/uploads/takes-upload.decorator.js';
import { lettersPaths } from '../letters.paths.js';
import { LettersQueries } from '../letters.queries.js';
import { lettersWords } from '../letters.words.js';
import { ReceivedLettersService } from '../received-letters.service.js';
import { ReceivedLetterForm, receivedOf } from './letter.forms.js';

const words = lettersWords.receive;
const LARGEST = 5 * 1024 * 1024;

interface ReceivePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  letters: { value: string; text: string; selected: boolean }[];
  form: FormState<ReceivedLetterForm>;
}

/** The council's people record a letter that came in. */
@Controller()
export class ReceiveLetterController {
  constructor(
    private readonly queries: LettersQueries,
    private readonly received: ReceivedLettersService,
  ) {}

  @Get(lettersPaths.receive)
  @Access('letter.record', 'none')
  @Render('letters/web/views/receive.njk')
  async ask(@Query('answers') answers: unknown, @Req() request: Request): Promise<ReceivePage> {
    const stored = Object.assign(new ReceivedLetterForm(), typeof answers === 'string' ? { answers } : {});
    const form = takeFormState(request, stored);
    const letters = await this.queries.unanswered();
    const answered = letters.find(({ reference }) => reference === form.values.answers);
    return {
      title: answered ? words.titleOf(answered.reference) : words.title,
      backLink: { text: lettersWords.list.title, href: lettersPaths.list },
      words,
      letters: [
        { value: '', text: words.answersNone, selected: form.values.answers === '' },
        ...letters.map(({ reference, subject }) => ({ value: reference, text: `${reference}: ${subject}`, selected: form.values.answers === reference })),
      ],
      form,
    };
  }

  @Post(lettersPaths.receive)
  @Access('letter.record', 'LETTER_RECORDED')
  @TakesUpload({ field: 'file', mostBytes: LARGEST, tooLarge: { code: 'file-too-large', message: words.tooLarge, field: 'file' } })
  async record(@CurrentActor() actor: Actor, @Body() form: ReceivedLetterForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { reference } = await this.received.record(actor, receivedOf(form), form.answers, request.upload);
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, lettersPaths.show(reference));
  }
}
