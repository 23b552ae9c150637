import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { lateDays, runningCycles } from '#domain/calendar/late-opening.js';
import { PlanOpening } from '#features/delivery-plans/plan-opening.service.js';
import { ReturnOpening } from '#features/evidence-returns/return-opening.service.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
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
    const calendars = (await this.dataSource.getRepository(ReportingCalendar).find({ where: { frameworkId: ofOpenFramework() }, relations: { framework: true } })).filter(({ framework }) => framework.endsOn >= today);
    const rows = await this.dataSource.getRepository(ReportingCycleRow).findBy({ frameworkId: In(calendars.map(({ frameworkId }) => frameworkId)) });
    const running = calendars.map((rules) => ({ rules, cycles: runningCycles(rows.filter(({ frameworkId }) => frameworkId === rules.frameworkId), today) }));
    const missing = await this.missing(running.flatMap(({ cycles }) => cycles), today);
    for (const { rules, cycles } of running) {
      const lacking = cycles.filter(({ id }) => missing.has(id));
      await turns.run(lacking, ({ id }) => `cycle:${id}`, (cycle) => countUnlessDone(this.open(rules, cycle, { today, missing: missing.get(cycle.id) ?? [] })));
    }
    return turns.finish();
  }

  /** Slugs of missions without a return, or of departments without a plan, by the id of the cycle that lacks them. One statement. */
  private async missing(cycles: readonly ReportingCycleRow[], today: string): Promise<Map<string, string[]>> {
    if (cycles.length === 0) return new Map();
    const rows: { id: string; slugs: string[] }[] = await this.dataSource.query(LACKING, [cycles.map(({ id }) => id), today]);
    return new Map(rows.map(({ id, slugs }) => [id, slugs]));
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
  SELECT c.id, m.slug, m.number FROM reporting_cycles c JOIN missions m ON m.framework_id = c.framework_id
   WHERE c.kind = 'evidence-return' AND c.id = ANY ($1) AND EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = m.id AND ${LED_TODAY})
     AND NOT EXISTS (SELECT FROM submissions s WHERE s.kind = 'evidence-return' AND s.mission_id = m.id AND s.covers_from = c.covers_from AND s.covers_to = c.covers_to)`;

const WITHOUT_PLAN = `
  SELECT c.id, o.slug, 0 FROM reporting_cycles c CROSS JOIN organisations o
   WHERE c.kind = 'delivery-plan' AND c.id = ANY ($1)
     AND EXISTS (SELECT FROM missions m
                  WHERE m.framework_id = c.framework_id
                    AND (o.slug = ANY (m.contributors) OR EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = m.id AND l.organisation_id = o.id AND ${LED_TODAY})))
     AND NOT EXISTS (SELECT FROM submissions s WHERE s.kind = 'delivery-plan' AND s.framework_id = c.framework_id AND s.organisation_id = o.id AND s.status <> 'not-owed'
                        AND s.covers_from = c.covers_from AND s.covers_to = c.covers_to)`;

const LACKING = `SELECT id, array_agg(slug ORDER BY number, slug) AS slugs FROM (${WITHOUT_RETURN} UNION ALL ${WITHOUT_PLAN}) lacking GROUP BY id`;
