import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { lateDays, runningCycles } from '#domain/calendar/late-opening.js';
import { PlanOpening } from '#features/delivery-plans/plan-opening.service.js';
import { ReturnOpening } from '#features/evidence-returns/return-opening.service.js';
import { type OpenedWork, type ReportingCycle } from '#features/submissions/reporting-cycle.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices } from './cycle-notices.service.js';
import { CycleReleases } from './cycle-releases.queries.js';
import { countUnlessDone, DoneElsewhere } from './done-elsewhere.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';
import { ReportingCycleRow } from './reporting-cycle.entity.js';
import { WorkingCalendars } from './working-calendars.queries.js';

/** Opens what is owed of a running cycle only since it opened: by a new lead, a new mission, or a department that has got a part in one. */
@Injectable()
export class LateOpening {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly returns: ReturnOpening,
    private readonly plans: PlanOpening,
    private readonly releases: CycleReleases,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns for how many cycles it opened something. */
  async openDue(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    const calendars = await this.dataSource.getRepository(ReportingCalendar).find({ relations: { framework: true } });
    for (const rules of calendars.filter(({ framework }) => framework.endsOn >= today)) {
      const cycles = runningCycles(await this.dataSource.getRepository(ReportingCycleRow).findBy({ frameworkId: rules.frameworkId }), today);
      await turns.run(cycles, ({ id }) => `cycle:${id}`, async (cycle) => {
        const missing = await this.missing(cycle, today);
        return missing.length === 0 ? 0 : countUnlessDone(this.open(rules, cycle, { today, missing }));
      });
    }
    return turns.finish();
  }

  /** Slugs of missions without a return, or of departments without a plan. */
  private async missing(cycle: ReportingCycleRow, today: string): Promise<string[]> {
    const { frameworkId, kind, coversFrom, coversTo } = cycle;
    const rows: { slug: string }[] = await this.dataSource.query(kind === 'evidence-return' ? WITHOUT_RETURN : WITHOUT_PLAN, [frameworkId, today, coversFrom, coversTo]);
    return rows.map(({ slug }) => slug);
  }

  private async open(rules: ReportingCalendar, { id }: ReportingCycleRow, { today, missing }: { today: string; missing: string[] }): Promise<void> {
    const { slug } = rules.framework;
    const move = { actor: auditName(systemActor('job', 'open-late')), event: 'LATE_REPORTS_OPENED', subject: `framework:${slug}` };
    await this.unitOfWork.run(move, async (tx) => {
      const cycle = await tx.repository(ReportingCycleRow).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const work = await this.openIn(tx, rules, cycle, { today, missing });
      if (work.opened === 0) throw new DoneElsewhere();
      const withoutLead = cycle.kind === 'evidence-return' ? cycle.withoutLead.filter((mission) => !missing.includes(mission) || work.withoutLead.includes(mission)) : work.withoutLead;
      await tx.repository(ReportingCycleRow).update({ id }, { opened: cycle.opened + work.opened, withoutLead });
      await this.notices.opened(tx, id, work.submissions.map((submission) => submission.id));
    });
  }

  private async openIn(tx: Transaction, rules: ReportingCalendar, cycle: ReportingCycleRow, { today, missing }: { today: string; missing: string[] }): Promise<OpenedWork> {
    const calendar = await this.calendars.forCycles(rules, tx.manager);
    const { coversLabel, coversFrom, coversTo } = cycle;
    const asked: ReportingCycle = { frameworkSlug: rules.framework.slug, coversLabel, coversFrom, coversTo, ...lateDays(cycle, today, calendar), orLedOn: today };
    if (cycle.kind === 'delivery-plan') return this.plans.openInTransaction(tx, asked);
    const released = await this.releases.daysOf(tx.manager, rules, cycle);
    const daysOf = new Map([...released].map(([mission, common]) => [mission, lateDays(cycle, today, calendar, common)]));
    return this.returns.openInTransaction(tx, { ...asked, daysOf, missions: missing });
  }
}

const LED_TODAY = `l.from_date <= $2 AND (l.to_date IS NULL OR l.to_date > $2)`;

const WITHOUT_RETURN = `
  SELECT m.slug FROM missions m
   WHERE m.framework_id = $1 AND EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = m.id AND ${LED_TODAY})
     AND NOT EXISTS (SELECT FROM submissions s WHERE s.kind = 'evidence-return' AND s.mission_id = m.id AND s.covers_from = $3 AND s.covers_to = $4)
   ORDER BY m.number`;

const WITHOUT_PLAN = `
  SELECT o.slug FROM organisations o
   WHERE EXISTS (SELECT FROM missions m
                  WHERE m.framework_id = $1
                    AND (o.slug = ANY (m.contributors) OR EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = m.id AND l.organisation_id = o.id AND ${LED_TODAY})))
     AND NOT EXISTS (SELECT FROM submissions s WHERE s.kind = 'delivery-plan' AND s.framework_id = $1 AND s.organisation_id = o.id
                        AND s.covers_from = $3 AND s.covers_to = $4)
   ORDER BY o.slug`;
