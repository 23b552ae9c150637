import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { calendarPaths } from '../calendar.paths.js';
import { calendarWords } from '../calendar.words.js';
import { ExtensionsQueries } from '../extensions.queries.js';
import { ExtensionsService, isOutsider } from '../extensions.service.js';
import { DecideExtensionForm } from './calendar.forms.js';
import { type DecidePage, decidePage, type ExtensionsPage, extensionsPage } from './extension-pages.presenter.js';

const words = calendarWords.extension;
const RequestId = (): ParameterDecorator => Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** Every extension with reason and answer for everybody; the council decides. */
@Controller()
@UseInterceptors(new KeptTyping(calendarWords.names))
export class DecideExtensionController {
  constructor(
    private readonly extensions: ExtensionsService,
    private readonly requests: ExtensionsQueries,
    private readonly pages: PageCache,
  ) {}

  @Get(calendarPaths.extensions)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<ExtensionsPage> => extensionsPage(await this.requests.all(), (submission) => may(actor, 'extension.decide') && isOutsider(actor, submission));
    await this.pages.send(request, response, { view: 'calendar/web/views/extensions.njk', model, isOwn: actor.kind !== 'visitor' });
  }

  @Get(calendarPaths.extension(':id'))
  @Access('extension.decide', 'none')
  @Render('calendar/web/views/decide-extension.njk')
  async show(@RequestId() id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<DecidePage> {
    const found = await this.requests.byId(id);
    if (!isOutsider(actor, found.submission)) throw ApplicationError.forbidden(words.own, 'own-department');
    return decidePage(found, takeFormState(request, { decision: '', reason: '', rowVersion: found.rowVersion }));
  }

  @Post(calendarPaths.extension(':id'))
  @Access('extension.decide', 'EXTENSION_DECIDED')
  async decide(@RequestId() id: string, @CurrentActor() actor: Actor, @Body() form: DecideExtensionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.extensions.decide(actor, id, { granted: form.decision === 'grant', reason: form.reason, rowVersion: form.rowVersion });
    request.session.notice = { title: 'Success', text: words.decided };
    response.redirect(303, calendarPaths.extensions);
  }
}
