import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { PeopleQueries } from '../people.queries.js';
import { type PersonDetails, PersonDetailsService } from '../person-details.service.js';
import { Access, CurrentActor } from '../route-access.decorator.js';
import { UuidPipe } from '../uuid.pipe.js';
import { PersonDetailsForm } from './people.forms.js';

const words = accessWords.people;

interface PersonDetailsPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.details;
  seen: PersonDetails;
  form: FormState<PersonDetails>;
}

/** A name or an address put right. */
@Controller()
export class PersonDetailsController {
  constructor(
    private readonly details: PersonDetailsService,
    private readonly people: PeopleQueries,
  ) {}

  @Get(accessPaths.personDetails(':id'))
  @Access('user.manage', 'none')
  @Render('access/web/views/person-details.njk')
  async ask(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<PersonDetailsPage> {
    const { name, email } = await this.people.byId(actor, id);
    return { title: `${words.details.title}: ${name}`, backLink: { text: name, href: accessPaths.person(id) }, words: words.details, seen: { name, email }, form: takeFormState(request, { name, email }) };
  }

  @Post(accessPaths.personDetails(':id'))
  @Access('user.manage', 'USER_DETAILS_CHANGED')
  async correct(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() form: PersonDetailsForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.details.correct(actor, id, { name: form.seenName, email: form.seenEmail }, form);
    request.session.notice = { title: 'Success', text: words.details.done };
    response.redirect(303, accessPaths.person(id));
  }
}
