import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { PeopleQueries } from '../people.queries.js';
import { Access, CurrentActor } from '../route-access.decorator.js';
import { UsersService } from '../users.service.js';
import { UuidPipe } from '../uuid.pipe.js';
import { AddPersonForm, RolesForm } from './people.forms.js';
import { type AddPersonPage, addPersonPage, type PeoplePage, peoplePage, type PersonPage, personPage } from './people.presenter.js';

const words = accessWords.people;

/** Who can sign in, and what they may do; the council's roles are given elsewhere. */
@Controller()
export class PeopleController {
  constructor(
    private readonly users: UsersService,
    private readonly people: PeopleQueries,
  ) {}

  @Get(accessPaths.people)
  @Access('user.manage', 'none')
  @Render('access/web/views/people.njk')
  async list(@CurrentActor() actor: Actor): Promise<PeoplePage> {
    return peoplePage(await this.people.all(actor));
  }

  @Get(accessPaths.addPerson)
  @Access('user.manage', 'none')
  @Render('access/web/views/add-person.njk')
  async ask(@Req() request: Request): Promise<AddPersonPage> {
    return addPersonPage(await this.people.organisations(), takeFormState(request, { name: '', email: '', organisation: '', home: '', roles: [] as string[] }));
  }

  @Post(accessPaths.addPerson)
  @Access('user.manage', 'USER_ADDED')
  async add(@CurrentActor() actor: Actor, @Body() { name, email, organisation, home, roles }: AddPersonForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const person = await this.users.add(actor, { name, email, organisation, roles, ...(home ? { homeOrganisation: home } : {}) });
    request.session.notice = { title: 'Success', text: words.form.done };
    response.redirect(303, accessPaths.person(person.id));
  }

  @Get(accessPaths.person(':id'))
  @Access('user.manage', 'none')
  @Render('access/web/views/person.njk')
  async show(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<PersonPage> {
    const person = await this.people.byId(actor, id);
    return personPage(person, takeFormState(request, { roles: person.roles as string[] }));
  }

  @Post(accessPaths.person(':id'))
  @Access('user.manage', 'USER_ROLES_CHANGED')
  async changeRoles(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() form: RolesForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.users.changeRoles(actor, { id, seenRoles: form.seenRoles.split(' ').filter(Boolean) }, form.roles);
    request.session.notice = { title: 'Success', text: words.person.saved };
    response.redirect(303, accessPaths.person(id));
  }
}
