import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor, auditName } from '#domain/access/permissions.js';
import { type CycleDays, cyclesThatOpen } from '#domain/calendar/reporting-cycles.js';
import { rulesOfKind } from '#domain/calendar/reporting-rules.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { PlanOpening } from '#features/delivery-plans/plan-opening.service.js';
import { ReturnOpening } from '#features/evidence-returns/return-opening.service.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { type ReportingCycle } from '#features/submissions/reporting-cycle.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices } from './cycle-notices.service.js';
import { countUnlessDone, DoneElsewhere } from './done-elsewhere.js';
import { CycleReleases } from './cycle-releases.queries.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';
import { ReportingCycleRow } from './reporting-cycle.entity.js';
import { WorkingCalendars } from './working-calendars.queries.js';

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const EVENTS: Record<SubmissionKind, string> = { 'evidence-return': 'REPORTING_CYCLE_OPENED', 'delivery-plan': 'PLANNING_YEAR_OPENED' };

/** Opens the cycles whose day has come, each once, with everything that is due in them. */
@Injectable()
export class CycleOpening {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly returns: ReturnOpening,
    private readonly plans: PlanOpening,
    private readonly releases: CycleReleases,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many cycles it opened. */
  async openDue(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    const frameworks = await this.dataSource.getRepository(ReportingCalendar).find({ where: { frameworkId: ofOpenFramework() }, relations: { framework: true } });
    await turns.run(frameworks, ({ framework }) => `framework:${framework.slug}`, async (rules) => {
      const name = ({ kind, coversFrom }: CycleDays): string => `framework:${rules.framework.slug} ${kind} from ${coversFrom}`;
      await turns.run(await this.dueCycles(rules, today), name, (cycle) => countUnlessDone(this.open(rules, cycle)));
      return 0;
    });
    return turns.finish();
  }

  /** Those of a framework that are not open yet. A closed framework begins no period after its end. */
  private async dueCycles(rules: ReportingCalendar, today: string): Promise<CycleDays[]> {
    const calendar = await this.calendars.forCycles(rules);
    const due = KINDS.flatMap((kind) => {
      const ofKind = rulesOfKind(rules, kind);
      return ofKind ? cyclesThatOpen(kind, ofKind, calendar, { from: rules.startsOn, to: today }) : [];
    });
    const open = await this.dataSource.getRepository(ReportingCycleRow).findBy({ frameworkId: rules.frameworkId });
    const key = ({ kind, coversFrom, coversTo }: CycleDays): string => `${kind} ${coversFrom} ${coversTo}`;
    const known = new Set(open.map(key));
    const { endsOn } = rules.framework;
    return due.filter((cycle) => cycle.coversFrom <= endsOn && !known.has(key(cycle)));
  }

  private async open(rules: ReportingCalendar, cycle: CycleDays): Promise<void> {
    const { slug } = rules.framework;
    const move = { actor: auditName(systemActor('job', 'open-cycles')), event: EVENTS[cycle.kind], subject: `framework:${slug}`, facts: { opensOn: cycle.opensOn } };
    await this.unitOfWork.run(move, async (tx) => {
      const id = await claim(tx, rules.frameworkId, cycle);
      const asked: ReportingCycle = { frameworkSlug: slug, ...cycle, daysOf: await this.releases.daysOf(tx.manager, rules, cycle) };
      const work = cycle.kind === 'evidence-return' ? await this.returns.openInTransaction(tx, asked) : await this.plans.openInTransaction(tx, asked);
      await tx.repository(ReportingCycleRow).update({ id }, { opened: work.opened, withoutLead: work.withoutLead });
      await this.notices.opened(tx, id, work.submissions.map((submission) => submission.id));
    });
  }
}

/** Writes the row that means that the cycle is open. @throws DoneElsewhere where it is there: another worker waits here for the first. */
async function claim(tx: Transaction, frameworkId: string, cycle: CycleDays): Promise<string> {
  const { kind, coversLabel, coversFrom, coversTo, opensOn, dueOn, closesOn } = cycle;
  const rows: { id: string }[] = await tx.manager.query(
    `INSERT INTO reporting_cycles (framework_id, kind, covers_label, covers_from, covers_to, opens_on, due_on, closes_on, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [frameworkId, kind, coversLabel, coversFrom, coversTo, opensOn, dueOn, closesOn, tx.now],
  );
  const [row] = rows;
  if (!row) throw new DoneElsewhere();
  return row.id;
}
