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
import { SeenForm } from './people.forms.js';
import { type AccountPage, accountPage } from './people.presenter.js';

const words = accessWords.people.person;

/** Accounts disabled and enabled again. */
@Controller()
export class AccountsController {
  constructor(
    private readonly users: UsersService,
    private readonly people: PeopleQueries,
  ) {}

  @Get(accessPaths.disablePerson(':id'))
  @Access('user.manage', 'none')
  @Render('access/web/views/account.njk')
  async askDisable(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<AccountPage> {
    return accountPage(await this.people.byId(actor, id), takeFormState(request, {}), 'disable');
  }

  @Post(accessPaths.disablePerson(':id'))
  @Access('user.manage', 'USER_DISABLED')
  async disable(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.users.disable(actor, { id, seenRoles: form.seenRoles.split(' ').filter(Boolean) });
    request.session.notice = { title: 'Success', text: words.disabledDone };
    response.redirect(303, accessPaths.person(id));
  }

  @Get(accessPaths.enablePerson(':id'))
  @Access('user.manage', 'none')
  @Render('access/web/views/account.njk')
  async askEnable(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<AccountPage> {
    return accountPage(await this.people.byId(actor, id), takeFormState(request, {}), 'enable');
  }

  @Post(accessPaths.enablePerson(':id'))
  @Access('user.manage', 'USER_ENABLED')
  async enable(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.users.enable(actor, { id, seenRoles: form.seenRoles.split(' ').filter(Boolean) });
    request.session.notice = { title: 'Success', text: words.enabledDone };
    response.redirect(303, accessPaths.person(id));
  }
}
