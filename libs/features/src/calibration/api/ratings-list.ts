import { Injectable } from '@nestjs/common';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { type ListSource, type OpenItem, type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';
import { Clock } from '#platform/clock/clock.js';
import { wordAYearLater, yearLaterOf } from '#domain/calibration/past-rating.js';
import { RatingsGivenQueries } from '../ratings-given.queries.js';

@Injectable()
export class RatingsList implements ListSource<OpenItem> {
  constructor(
    private readonly ratings: RatingsGivenQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<OpenItem[]> {
    const today = this.clock.today();
    return (await this.ratings.all(today)).map((given) => ({
      id: given.id, department: given.department.slug, departmentName: given.department.name, framework: given.mission.framework, mission: given.mission.slug, return: given.returnReference,
      rating: given.rating, ratedOn: given.ratedOn, wordAYearLater: wordAYearLater(given) ?? null, comparison: yearLaterOf(given, today),
      targets: given.targets.map(({ slug, aYearLater, outcome, decidedOn }) => ({ target: slug, aYearLater, outcome, decidedOn })),
    }));
  }
}

const { text, day, things } = field;

export const RATINGS: OpenList = {
  path: 'calibration', tag: 'judgements', title: 'Departments’ past ratings and what then happened', noun: 'That rating',
  description: 'A rating that a department gave with an accepted or unresolved return, held against what the figures said a year later.',
  item: shapeOf('PastRatingResponse', {
    id: text('Names the rating for ever'), department: text('Slug of the department', { example: 'dfe' }), departmentName: text('Name of the department'), framework: text('Slug of the framework'),
    mission: text('Slug of the mission'), return: text('Reference of the return that it came with'), rating: text('Likelihood that the targets are met', { enum: Object.keys(DELIVERY_RATINGS) }),
    ratedOn: day('Day on which it was given'), wordAYearLater: text('Word of the figures for the worst headline target a year later', { orNone: true }),
    comparison: text('worse, agrees, better, no-word (the figures did not say) or not-yet'),
    targets: things('Headline targets of the mission', {
      target: text('Slug'), aYearLater: text('Word of the figures a year after the rating', { orNone: true }), outcome: text('met or missed', { orNone: true }), decidedOn: day('When it was decided', { orNone: true }),
    }),
  }),
  key: { id: 'text' }, id: 'id', source: RatingsList,
  filters: [
    { name: 'department', kind: 'text', description: 'Slug of the department' }, { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' }, { name: 'rating', kind: Object.keys(DELIVERY_RATINGS), description: 'The rating' },
  ],
};
