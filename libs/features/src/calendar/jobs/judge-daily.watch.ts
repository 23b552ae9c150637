import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { londonDate, londonInstant } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { claimTerm } from '#platform/watches/watch-marks.js';
import { WatchMark } from '#platform/watches/watch-mark.entity.js';
import { type Watch, Watches } from '#platform/watches/watch.js';
import { countUnlessDone, DoneElsewhere } from '../done-elsewhere.js';

const NAME = 'judge-daily';

/** A little after midnight, when every process has the new day. */
const HOUR = '00:05';

/** Asks once a day that every mission is judged: a date that passes changes verdicts without any import. */
@Watches(NAME)
export class JudgeDailyWatch implements Watch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(now: Date): Promise<number> {
    const term = londonDate(now);
    if (now < londonInstant(term, HOUR)) return 0;
    if (await this.dataSource.getRepository(WatchMark).existsBy({ watch: NAME, term })) return 0;
    const move = { actor: auditName(systemActor('job', NAME)), event: 'DAILY_JUDGING_ASKED', subject: `day:${term}` };
    return countUnlessDone(
      this.unitOfWork.run(move, async (tx) => {
        if (!(await claimTerm(tx, NAME, term))) throw new DoneElsewhere();
        await tx.enqueue(JUDGE_MISSIONS, { cause: 'clock' });
      }),
    );
  }
}
