import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { INTERIM_REVIEW_STATES } from '#domain/interim-reviews/interim-review-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { type InterimReview } from '../interim-review.entity.js';
import { interimReviewsPaths as paths } from '../interim-reviews.paths.js';
import { InterimReviewsQueries } from '../interim-reviews.queries.js';
import { interimReviewsWords, STATE_CLASSES } from '../interim-reviews.words.js';
import { type InterimReviewPage, interimReviewPage } from './interim-review.presenter.js';

const words = interimReviewsWords.list;

interface ListPage {
  title: string;
  words: typeof words;
  rows: { reference: string; href: string; mission: { text: string; href: string }; date: string; outcome: string; effects: string; tag: { text: string; classes: string } }[];
}

/** The list of reviews and each one's public page. */
@Controller()
export class InterimReviewPagesController {
  constructor(
    private readonly reviews: InterimReviewsQueries,
    private readonly pages: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(paths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const model = async (): Promise<ListPage> => ({ title: words.title, words, rows: (await this.reviews.all()).map((review) => rowOf(review, today)) });
    await this.pages.send(request, response, { view: 'interim-reviews/web/views/list.njk', model });
  }

  @Get(paths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'interim-reviews/web/views/show.njk', model: () => this.page(reference, actor), isOwn: actor.kind !== 'visitor' });
  }

  private async page(reference: string, actor: Actor): Promise<InterimReviewPage> {
    const review = await this.reviews.byReference(reference);
    const now = this.clock.now();
    const [events, releases, versions, announced] = await Promise.all([
      this.reviews.events(review.id),
      this.reviews.releases(review),
      this.reviews.versions(review.targets.map(({ targetId }) => targetId)),
      this.reviews.announced(review, now),
    ]);
    return interimReviewPage(review, { events, releases, versions, announced, actor, now });
  }
}

function rowOf(review: InterimReview, today: string): ListPage['rows'][number] {
  const { reference, mission, interimOn, state, effectsAt, effectsDueOn, targets } = review;
  const count = (outcome: 'met' | 'missed' | null): number => targets.filter((row) => row.outcome === outcome).length;
  return {
    reference,
    href: paths.show(reference),
    mission: { text: `${mission.number}, ${mission.focusArea}`, href: missionsPaths.mission(mission.framework.slug, mission.slug) },
    date: longDate(interimOn),
    outcome: words.counts(count('met'), count('missed'), count(null)),
    effects: effectsAt ? 'Given' : today > effectsDueOn ? `Overdue since ${longDate(effectsDueOn)}` : `Due by ${longDate(effectsDueOn)}`,
    tag: { text: INTERIM_REVIEW_STATES[state], classes: STATE_CLASSES[state] },
  };
}
