import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { consultationsPaths } from '../consultations.paths.js';
import { ConsultationsQueries } from '../consultations.queries.js';
import { consultationPage } from './consultation.presenter.js';
import { consultationsListPage } from './consultations-list.presenter.js';

/** The public pages. Visitors get them from memory; who is signed in has buttons of their own. */
@Controller()
export class ShowConsultationsController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly clock: Clock,
    private readonly pages: PageCache,
  ) {}

  @Get(consultationsPaths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      isOwn: actor.kind !== 'visitor',
      view: 'consultations/web/views/list.njk',
      model: async () => consultationsListPage(await this.consultations.all(), { today: this.clock.today(), mayOpen: may(actor, 'consultation.open') }),
    });
  }

  @Get(consultationsPaths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      isOwn: actor.kind !== 'visitor',
      view: 'consultations/web/views/show.njk',
      model: async () => {
        const consultation = await this.consultations.byReference(reference);
        return consultationPage(consultation, await this.consultations.repliesTo(consultation.id), actor, this.clock.today());
      },
    });
  }
}
