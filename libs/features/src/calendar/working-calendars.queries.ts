import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { datesBetween } from '#domain/calendar/dates-between.js';
import { type Nation, WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { CalendarDay } from './calendar-day.entity.js';

/** Working days as the rules and the people who keep the calendar have them. */
@Injectable()
export class WorkingCalendars {
  constructor(private readonly dataSource: DataSource) {}

  /** @param nation where the people work whose days are counted */
  async of(nation: Nation = 'england', manager: EntityManager = this.dataSource.manager): Promise<WorkingCalendar> {
    const changes = await manager.find(CalendarDay, { where: { kind: In(['bank-holiday', 'working-day']), droppedAt: IsNull() } });
    const datesOf = (kind: CalendarDay['kind']): string[] =>
      changes.flatMap((day) => (day.kind === kind && (day.nation === null || day.nation === nation) ? datesBetween(day.firstDay, day.lastDay) : []));
    return new WorkingCalendar(nation, { added: datesOf('bank-holiday'), dropped: datesOf('working-day') });
  }
}
