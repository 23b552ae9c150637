import { Injectable } from '@nestjs/common';
import { Notices } from '#features/notifications/notices.service.js';
import { CONTRIBUTION_PUBLISHED } from '#features/notifications/texts/contributions.texts.js';
import { publicNumber } from '#features/submissions/public-returns.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { ContributionEvent } from './contribution-event.entity.js';
import { answerersOf, contributionNews, contributionWhole, recordContribution } from './contribution-records.js';
import { Contribution } from './contribution.entity.js';
import { contributionsPaths } from './contributions.paths.js';

/** Tells those who contributed, once, what became of their words when the return is published: quoted whole, or not. */
@Injectable()
export class ContributionOutcomesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @returns how many contributors were told. */
  async run(now: Date): Promise<number> {
    const found: { id: string; quoted: boolean }[] = await this.unitOfWork.reader.query(PUBLISHED, [londonDate(now)]);
    const turns = new EachInTurn();
    await turns.run(found, ({ id }) => `contribution:${id}`, ({ id, quoted }) => this.tell(id, quoted));
    return turns.finish();
  }

  private async tell(id: string, quoted: boolean): Promise<number> {
    return this.unitOfWork.run({ actor: 'job:watch-contributions', event: 'CONTRIBUTION_PUBLISHED', subject: `contribution:${id}`, facts: { quoted } }, async (tx) => {
      const { state } = await tx.repository(Contribution).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (await tx.repository(ContributionEvent).existsBy({ contributionId: id, action: 'publish' })) return 0;
      await recordContribution(tx, null, { id, state }, { action: 'publish', text: quoted ? 'quoted' : 'not quoted' });
      const whole = await contributionWhole(tx, id);
      await this.notices.tell(tx, CONTRIBUTION_PUBLISHED, await answerersOf(tx, whole.organisation), { ...contributionNews(whole), quoted }, {
        about: `contribution:${id}`, path: contributionsPaths.show(id),
      });
      return 1;
    });
  }
}

/** Given contributions of versions that are public, which nobody has been told of. What the version says counts, not what came later. */
const PUBLISHED = `
  SELECT c.id, coalesce((part ->> 'quoted')::boolean, false) AS quoted
    FROM contributions c
    JOIN submissions s ON s.id = c.submission_id AND s.status IN ('accepted', 'published-unresolved')
    JOIN submission_versions v ON v.submission_id = s.id AND v.number = ${publicNumber('$1')}
   CROSS JOIN LATERAL jsonb_array_elements(v.content -> 'contributions') AS part
   WHERE part ->> 'id' = c.id::text AND part ->> 'status' = 'given'
     AND NOT EXISTS (SELECT FROM contribution_events e WHERE e.contribution_id = c.id AND e.action = 'publish')
   ORDER BY c.due_on, c.id`;
