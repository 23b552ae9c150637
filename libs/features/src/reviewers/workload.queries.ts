import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { pastPersonDays, personDays } from '#domain/reviewers/reviewer-days.js';
import {
  addDays,
  DECISION_WEEKS,
  type ForecastWeek,
  forecastWorkload,
  lateShare,
  mondayOf,
  paceWeeks,
  type PastDecisions,
  type PastDeliveries,
  type ReviewRate,
  reviewRate,
} from '#domain/reviewers/workload-forecast.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { ReviewerAbsence } from './reviewer-absence.entity.js';

/** The open reviews of one holder; of nobody where they wait. */
export interface HolderLoad {
  name: string | null;
  open: number;
  overdue: number;
}

/** The forecast with everything that it was made from. */
export interface Workload {
  weeks: ForecastWeek[];
  holders: HolderLoad[];
  reviewers: number;
  rate: ReviewRate;
  decisions: PastDecisions;
  deliveries: PastDeliveries;
  lateShare: number;
}

@Injectable()
export class WorkloadQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  async forecast(actor: Actor): Promise<Workload> {
    requirePermission(actor, 'review.list');
    const today = this.clock.today();
    const calendar = await this.calendars.of();
    const reviewers = await this.reviewers(today);
    const decisions = await this.decisions(today);
    const deliveries = await this.deliveries();
    const holders = await this.holders(today);
    const isWorkingDay = (date: string): boolean => calendar.isWorkingDay(date);
    const past = pastPersonDays(reviewers, today, paceWeeks(decisions.firstOn, today), isWorkingDay);
    const rate = reviewRate(decisions, past, today);
    const share = lateShare(deliveries);
    const weeks = forecastWorkload({
      today,
      dueOn: await this.outstanding(),
      lateShare: share,
      openReviews: holders.reduce((sum, { open }) => sum + open, 0),
      personDays: personDays(reviewers, today, isWorkingDay),
      rate: rate.aWeek,
    });
    return { weeks, holders, reviewers: reviewers.length, rate, decisions, deliveries, lateShare: share };
  }

  /** Everybody who reviews, with their leave since the decisions that tell the pace. */
  private async reviewers(today: string): Promise<{ id: string; away: ReviewerAbsence[] }[]> {
    const people = await this.dataSource
      .getRepository(User)
      .createQueryBuilder('person')
      .select('person.id')
      .where(`'reviewer' = ANY(person.roles) AND person.disabledAt IS NULL`)
      .getMany();
    const ids = people.map(({ id }) => id);
    const leave = await this.dataSource.getRepository(ReviewerAbsence).findBy({ reviewerId: In(ids), cancelledAt: IsNull(), to: MoreThanOrEqual(paceSince(today)) });
    return ids.map((id) => ({ id, away: leave.filter(({ reviewerId }) => reviewerId === id) }));
  }

  private async decisions(today: string): Promise<PastDecisions> {
    const [row] = (await this.dataSource.query(
      `SELECT count(*)::int AS decisions, min((decided_at AT TIME ZONE 'Europe/London')::date)::text AS "firstOn"
         FROM reviews WHERE status = 'decided' AND (decided_at AT TIME ZONE 'Europe/London')::date >= $1 AND (decided_at AT TIME ZONE 'Europe/London')::date < $2`,
      [paceSince(today), mondayOf(today)],
    )) as PastDecisions[];
    return row ?? { decisions: 0, firstOn: null };
  }

  /** First deliveries against their due dates, as extended. */
  private async deliveries(): Promise<PastDeliveries> {
    const [row] = (await this.dataSource.query(
      `SELECT count(*)::int AS delivered, (count(*) FILTER (WHERE (v.submitted_at AT TIME ZONE 'Europe/London')::date > s.due_on))::int AS late
         FROM submission_versions v JOIN submissions s ON s.id = v.submission_id WHERE v.number = 1`,
    )) as PastDeliveries[];
    return row ?? { delivered: 0, late: 0 };
  }

  /** Due dates of what nothing stands of. What was sent back comes again without a date, so that no week can expect it. */
  private async outstanding(): Promise<string[]> {
    const rows: { due_on: string }[] = await this.dataSource.query(
      `SELECT due_on::text AS due_on FROM submissions WHERE standing_version IS NULL AND status IN ('draft', 'awaiting-sign-off', 'withdrawn') AND NOT framework_is_closed(framework_id)`,
    );
    return rows.map(({ due_on: dueOn }) => dueOn);
  }

  private async holders(today: string): Promise<HolderLoad[]> {
    return this.dataSource.query(
      `SELECT u.name, count(*)::int AS open, (count(*) FILTER (WHERE r.due_on < $1))::int AS overdue
         FROM reviews r JOIN submissions s ON s.id = r.submission_id LEFT JOIN users u ON u.id = r.reviewer_id
        WHERE r.status IN ('queued', 'claimed', 'proposed') AND s.status IN ('submitted', 'in-review') AND NOT framework_is_closed(s.framework_id)
        GROUP BY u.id, u.name ORDER BY u.name NULLS FIRST, u.id`,
      [today],
    );
  }
}

/** ISO date of the first day that tells the pace. */
function paceSince(today: string): string {
  return addDays(mondayOf(today), -7 * DECISION_WEEKS);
}
