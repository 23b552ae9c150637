import { type Watch, Watches } from '#platform/watches/watch.js';
import { OverdueAnswers } from '../overdue-answers.service.js';

@Watches('overdue-letters')
export class OverdueLettersWatch implements Watch {
  constructor(private readonly overdue: OverdueAnswers) {}

  run(now: Date): Promise<number> {
    return this.overdue.tellDue(now);
  }
}
