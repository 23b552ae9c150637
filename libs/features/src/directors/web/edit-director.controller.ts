import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { boxesOf } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type Director } from '../director.entity.js';
import { directorsPaths } from '../directors.paths.js';
import { DirectorsQueries } from '../directors.queries.js';
import { DirectorsService } from '../directors.service.js';
import { directorsWords } from '../directors.words.js';
import { DirectorForm, entryOf } from './director.form.js';

const words = directorsWords.form;

interface EditDirectorPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  accounts: { value: string; text: string; selected: boolean }[];
  form: FormState<DirectorForm>;
}

/** The administrator's pages of the directory. */
@Controller()
@UseInterceptors(new KeptTyping(directorsWords.labels))
export class EditDirectorController {
  constructor(
    private readonly directors: DirectorsQueries,
    private readonly service: DirectorsService,
  ) {}

  @Get(directorsPaths.create)
  @Access('director.manage', 'none')
  @Render('directors/web/views/edit.njk')
  askNew(@Req() request: Request): Promise<EditDirectorPage> {
    return this.page(request, words.addTitle, new DirectorForm());
  }

  @Post(directorsPaths.create)
  @Access('director.manage', 'DIRECTOR_ADDED')
  async add(@CurrentActor() actor: Actor, @Body() form: DirectorForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.add(actor, entryOf(form));
    request.session.notice = { title: 'Success', text: words.added };
    response.redirect(303, directorsPaths.list);
  }

  @Get(directorsPaths.edit(':id'))
  @Access('director.manage', 'none')
  @Render('directors/web/views/edit.njk')
  async ask(@Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) id: string, @Req() request: Request): Promise<EditDirectorPage> {
    return this.page(request, words.changeTitle, formOf(await this.directors.byId(id)));
  }

  @Post(directorsPaths.edit(':id'))
  @Access('director.manage', 'DIRECTOR_CHANGED')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) id: string,
    @Body() form: DirectorForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.service.change(actor, { id, rowVersion: form.rowVersion }, entryOf(form));
    request.session.notice = { title: 'Success', text: words.changed };
    response.redirect(303, directorsPaths.list);
  }

  private async page(request: Request, title: string, stored: DirectorForm): Promise<EditDirectorPage> {
    const form = takeFormState(request, stored);
    const accounts = (await this.directors.accounts()).map(({ id, name, email }) => ({ value: id, text: `${name} (${email})` }));
    return {
      title,
      backLink: { text: directorsWords.back, href: directorsPaths.list },
      words,
      accounts: [{ value: '', text: words.noAccount }, ...accounts].map((item) => ({ ...item, selected: item.value === form.values.userId })),
      form,
    };
  }
}

function formOf({ name, userId, places, contact, appointedBy, since, until, rowVersion }: Director): DirectorForm {
  const [from, to] = [boxesOf(since), boxesOf(until)];
  return {
    name, userId: userId ?? '', places: places.join(', '), contact, appointedBy, rowVersion,
    sinceDay: from.day, sinceMonth: from.month, sinceYear: from.year, untilDay: to.day, untilMonth: to.month, untilYear: to.year,
  };
}
