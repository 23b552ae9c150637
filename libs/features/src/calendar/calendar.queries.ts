import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { cyclesThatOpen, type CycleDays } from '#domain/calendar/reporting-cycles.js';
import { rulesOfKind } from '#domain/calendar/reporting-rules.js';
import { type Nation, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { CalendarDay } from './calendar-day.entity.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';
import { ReportingCycleRow } from './reporting-cycle.entity.js';
import { WorkingCalendars } from './working-calendars.queries.js';

/** A framework with its rules, null where it has no calendar. */
export interface FrameworkCalendar {
  framework: Framework;
  rules: ReportingCalendar | null;
}

/** A return that nobody owes, because nobody leads its mission. */
export interface Vacancy {
  frameworkId: string;
  coversLabel: string;
  mission: string;
}

/** Reads of the calendar itself: days, rules and cycles. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** What people have entered and not taken back, the first first. */
  async days(): Promise<CalendarDay[]> {
    return this.dataSource.getRepository(CalendarDay).find({ where: { droppedAt: IsNull() }, order: { firstDay: 'ASC', name: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async day(id: string): Promise<CalendarDay> {
    const day = await this.dataSource.getRepository(CalendarDay).findOneBy({ id });
    if (!day) throw ApplicationError.notFound('That entry of the calendar');
    return day;
  }

  /** Every framework, the latest first. */
  async frameworks(): Promise<FrameworkCalendar[]> {
    const frameworks = await this.dataSource.getRepository(Framework).find({ order: { publishedOn: 'DESC', slug: 'ASC' } });
    const rules = new Map((await this.dataSource.getRepository(ReportingCalendar).find()).map((row) => [row.frameworkId, row]));
    return frameworks.map((framework) => ({ framework, rules: rules.get(framework.id) ?? null }));
  }

  /** @throws ApplicationError 404 */
  async framework(slug: string): Promise<FrameworkCalendar> {
    const framework = await this.dataSource.getRepository(Framework).findOneBy({ slug });
    if (!framework) throw ApplicationError.notFound(`The framework ${slug}`);
    return { framework, rules: await this.dataSource.getRepository(ReportingCalendar).findOneBy({ frameworkId: framework.id }) };
  }

  /** Names of a framework's missions by slug. */
  async missionNames(frameworkId: string): Promise<Map<string, string>> {
    const missions = await this.dataSource.getRepository(Mission).find({ where: { frameworkId }, select: { slug: true, focusArea: true } });
    return new Map(missions.map(({ slug, focusArea }) => [slug, focusArea]));
  }

  /** Missions that nobody led when a return of theirs was to open. @param since cycles due before this ISO date are left out */
  async vacancies(since: string): Promise<Vacancy[]> {
    return this.dataSource.query(
      `SELECT c.framework_id AS "frameworkId", c.covers_label AS "coversLabel", m.focus_area AS mission
         FROM reporting_cycles c
        CROSS JOIN LATERAL unnest(c.without_lead) AS vacant(slug)
         JOIN missions m ON m.framework_id = c.framework_id AND m.slug = vacant.slug
        WHERE c.kind = 'evidence-return' AND c.due_on >= $1
        ORDER BY c.due_on, m.number`,
      [since],
    );
  }

  /** How many returns and plans of a framework there are, whoever opened them. */
  async countOpened(frameworkId: string): Promise<number> {
    const [row]: { opened: number }[] = await this.dataSource.query('SELECT count(*)::int AS opened FROM submissions WHERE framework_id = $1', [frameworkId]);
    return row?.opened ?? 0;
  }

  /** Cycles that have opened, the latest first. */
  async cycles(frameworkId: string): Promise<ReportingCycleRow[]> {
    return this.dataSource.getRepository(ReportingCycleRow).find({ where: { frameworkId }, order: { opensOn: 'DESC', kind: 'ASC' } });
  }

  /** Cycles that open between two days by the rules as they stand, in that order. */
  async comingCycles({ framework, rules }: FrameworkCalendar, between: { from: string; to: string }): Promise<CycleDays[]> {
    if (!rules || framework.closedAt) return [];
    const calendar = await this.calendars.forCycles(rules);
    const from = between.from < rules.startsOn ? rules.startsOn : between.from;
    const coming = (['evidence-return', 'delivery-plan'] as const).flatMap((kind) => {
      const ofKind = rulesOfKind(rules, kind);
      return ofKind ? cyclesThatOpen(kind, ofKind, calendar, { from, to: between.to }) : [];
    });
    return coming.filter(({ coversFrom }) => coversFrom <= framework.endsOn).sort((left, right) => (left.opensOn < right.opensOn ? -1 : 1));
  }

  /** Working days of each nation that some framework counts by; England's always. */
  async workingDays(frameworks: readonly FrameworkCalendar[]): Promise<Map<Nation, WorkingCalendar>> {
    const nations = new Set<Nation>(['england', ...frameworks.flatMap(({ rules }) => rules?.nation ?? [])]);
    const calendars = new Map<Nation, WorkingCalendar>();
    for (const nation of nations) calendars.set(nation, await this.calendars.of(nation));
    return calendars;
  }
}
