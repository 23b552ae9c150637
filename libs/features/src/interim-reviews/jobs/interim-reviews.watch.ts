import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { type Watch, Watches } from '#platform/watches/watch.js';
import { InterimChasing } from '../interim-chasing.service.js';
import { InterimOpening } from '../interim-opening.service.js';
import { InterimOutcomes } from '../interim-outcomes.service.js';

/** Opens what has passed, decides what has its figures, and chases what is due, in this order: after a time of rest all at one round. */
@Watches('interim-reviews')
export class InterimReviewsWatch implements Watch {
  constructor(
    private readonly opening: InterimOpening,
    private readonly outcomes: InterimOutcomes,
    private readonly chasing: InterimChasing,
  ) {}

  async run(now: Date): Promise<number> {
    const turns = new EachInTurn();
    await this.opening.openDue(now, turns);
    await this.outcomes.decideDue(now, turns);
    await this.chasing.chaseDue(now, turns);
    return turns.finish();
  }
}
