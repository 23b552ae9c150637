import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { answerStanding } from '#domain/letters/letter-blockers.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { LettersQueries } from '#features/letters/letters.queries.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { type Alert } from '../alert.entity.js';
import { alertLifeWords } from '../alert-life.words.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { type AlertPage, presentAlert } from './alert.presenter.js';

const VIEW = 'alerts/web/views/show.njk';

@Controller()
export class ShowAlertController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly letters: LettersQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (actor.kind === 'visitor') await this.cache.send(request, response, { view: VIEW, model: () => this.page(actor, reference) });
    else response.render(VIEW, await this.page(actor, reference));
  }

  private async page(actor: Actor, reference: string): Promise<AlertPage> {
    const alert = await this.alerts.byReference(reference);
    const [events, effects, letters] = [await this.alerts.eventsOf(alert.id), await this.alerts.effectsOf(alert.id), await this.lettersOf(actor, alert)];
    return presentAlert(alert, events, { actor, today: this.clock.today(), effects, letters });
  }

  /** Published ones; the council finds its draft here too. */
  private async lettersOf(actor: Actor, alert: Alert): Promise<{ text: string; href: string; note: string }[]> {
    const draft = may(actor, 'letter.write') ? await this.letters.draftOfAlert(alert.id) : null;
    const published = await this.letters.published({ alertId: alert.id });
    const words = alertLifeWords.letters;
    const listed = published.toReversed().map(({ letter, answeredOn }) => {
      const isOverdue = answerStanding({ answerDueOn: letter.answerDueOn, answeredOn }, this.clock.today()) === 'overdue';
      return { text: `${letter.reference}: ${letter.subject}`, href: lettersPaths.show(letter.reference), note: isOverdue ? words.overdue : '' };
    });
    return draft ? [...listed, { text: `${draft.reference}: ${draft.subject}`, href: lettersPaths.show(draft.reference), note: words.draft }] : listed;
  }
}
