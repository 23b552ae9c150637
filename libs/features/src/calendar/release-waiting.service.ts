import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { daysByRelease } from '#domain/calendar/late-release.js';
import { type CycleDays } from '#domain/calendar/reporting-cycles.js';
import { type CycleRules } from '#domain/calendar/reporting-rules.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { DUE_DATE_MOVED } from '#features/notifications/texts/calendar.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices } from './cycle-notices.service.js';
import { countUnlessDone } from './done-elsewhere.js';
import { headlineReleases } from './headline-releases.queries.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';
import { ReportingCycleRow } from './reporting-cycle.entity.js';
import { noteFact } from './submission-fact.js';
import { takeDue } from './take-submission.js';
import { WorkingCalendars } from './working-calendars.queries.js';

interface Waiting {
  id: string;
  mission: string;
  dueOn: string;
}

interface MovedDays extends Pick<CycleDays, 'dueOn' | 'closesOn'> {
  releasedOn: string;
}

/**
 * Moves due dates behind the release of the headline figures where its hour becomes known, or later, after the cycle has opened.
 * Never forward, never after the due date has passed, and not counted as an extension: nobody asked for it.
 */
@Injectable()
export class ReleaseWaiting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many due dates it moved. */
  async moveDue(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    for (const rules of await this.dataSource.getRepository(ReportingCalendar).findBy({ frameworkId: ofOpenFramework() })) {
      const { returns, frameworkId } = rules;
      if (returns?.afterRelease == null) continue;
      const cycles = await this.dataSource.getRepository(ReportingCycleRow).findBy({ frameworkId, kind: 'evidence-return' });
      await turns.run(cycles, ({ id }) => `cycle:${id}`, async (cycle) => {
        await this.moveOf(turns, cycle, rules, { returns, today });
        return 0;
      });
    }
    return turns.finish();
  }

  private async moveOf(turns: EachInTurn, cycle: ReportingCycleRow, rules: ReportingCalendar, { returns, today }: { returns: CycleRules; today: string }): Promise<void> {
    const waiting = await this.waiting(cycle, today);
    if (waiting.length === 0) return;
    const releases = await headlineReleases(this.dataSource.manager, cycle.frameworkId, cycle.coversTo);
    const days = daysByRelease(cycle, returns, await this.calendars.forCycles(rules), releases);
    await turns.run(waiting, ({ id }) => `submission:${id}`, async ({ id, mission, dueOn }) => {
      const found = days.get(mission);
      return found && found.dueOn > dueOn ? countUnlessDone(this.move(id, { ...found, releasedOn: releases.get(mission) ?? '' })) : 0;
    });
  }

  private async waiting({ frameworkId, kind, coversFrom, coversTo }: ReportingCycleRow, today: string): Promise<Waiting[]> {
    return this.dataSource.query(
      `SELECT s.id, m.slug AS mission, to_char(s.due_on, 'YYYY-MM-DD') AS "dueOn"
         FROM submissions s JOIN missions m ON m.id = s.mission_id
        WHERE s.framework_id = $1 AND s.kind = $2 AND s.covers_from = $3 AND s.covers_to = $4
          AND s.standing_version IS NULL AND s.overdue_at IS NULL AND s.due_on >= $5 AND s.status IN ('draft', 'awaiting-sign-off', 'withdrawn')
        ORDER BY m.number`,
      [frameworkId, kind, coversFrom, coversTo, today],
    );
  }

  private async move(id: string, { dueOn, closesOn, releasedOn }: MovedDays): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'wait-for-releases')), event: 'SUBMISSION_DUE_DATE_MOVED', subject: `submission:${id}`, facts: { dueOn } };
    await this.unitOfWork.run(move, async (tx) => {
      const before = await takeDue(tx, id, (row) => row.standingVersion === null && row.overdueAt === null && row.dueOn < dueOn);
      await tx.repository(Submission).update({ id }, { dueOn, closesOn: laterOf(before.closesOn, closesOn) });
      await noteFact(tx, before, 'move-due', { reason: `Now due on ${longDate(dueOn)} and no longer on ${longDate(before.dueOn)}: headline figures are published on ${longDate(releasedOn)}.` });
      await this.notices.tellDepartment(tx, DUE_DATE_MOVED, { ...before, dueOn }, { dueBefore: before.dueOn, releasedOn });
    });
  }
}

function laterOf(before: string | null, after: string | null): string | null {
  return before === null || after === null ? null : after > before ? after : before;
}
