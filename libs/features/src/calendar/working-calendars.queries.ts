import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { type CalendarDayKind } from '#domain/calendar/calendar-day-kind.js';
import { datesBetween } from '#domain/calendar/dates-between.js';
import { type CycleCalendar } from '#domain/calendar/reporting-cycles.js';
import { type ReportingRules } from '#domain/calendar/reporting-rules.js';
import { type Nation, WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { CalendarDay } from './calendar-day.entity.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';

/** Working days as the rules and the people who keep the calendar have them. */
@Injectable()
export class WorkingCalendars {
  constructor(private readonly dataSource: DataSource) {}

  /** @param nation where the people work whose days are counted */
  async of(nation: Nation = 'england', manager: EntityManager = this.dataSource.manager): Promise<WorkingCalendar> {
    const changes = await manager.find(CalendarDay, { where: { kind: In(['bank-holiday', 'working-day']), droppedAt: IsNull() } });
    const datesOf = (kind: CalendarDay['kind']): string[] =>
      changes.flatMap((day) => (day.kind === kind && isOf(day, nation) ? datesBetween(day.firstDay, day.lastDay) : []));
    return new WorkingCalendar(nation, { added: datesOf('bank-holiday'), dropped: datesOf('working-day') });
  }

  /** By whose days the reports of a framework are counted; England's where it has no calendar. */
  async ofFramework(frameworkId: string, manager: EntityManager = this.dataSource.manager): Promise<WorkingCalendar> {
    const rules = await manager.findOneBy(ReportingCalendar, { frameworkId });
    return this.of(rules?.nation ?? 'england', manager);
  }

  /** What the days of a framework's cycles are worked out by. */
  async forCycles({ nation, avoidsRecess }: Pick<ReportingRules, 'nation' | 'avoidsRecess'>, manager: EntityManager = this.dataSource.manager): Promise<CycleCalendar> {
    return { working: await this.of(nation, manager), recesses: avoidsRecess ? await this.stretches('recess', nation, manager) : [] };
  }

  /** Stretches of a kind that hold for a nation, the first first. */
  async stretches(kind: CalendarDayKind, nation: Nation = 'england', manager: EntityManager = this.dataSource.manager): Promise<CalendarDay[]> {
    const days = await manager.find(CalendarDay, { where: { kind, droppedAt: IsNull() }, order: { firstDay: 'ASC' } });
    return days.filter((day) => isOf(day, nation));
  }
}

function isOf(day: CalendarDay, nation: Nation): boolean {
  return day.nation === null || day.nation === nation;
}
