import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { dayBlockers, type CalendarDayDraft } from '#domain/calendar/calendar-blockers.js';
import { type Nation } from '#domain/calendar/working-calendar.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CalendarDay } from './calendar-day.entity.js';
import { calendarWords as words } from './calendar.words.js';

/** What people enter into the calendar, and take back. Days already counted stay as they were counted. */
@Injectable()
export class CalendarDaysService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError 422 with every fault and its field, or where the same stretch is there. */
  async add(actor: Actor, draft: CalendarDayDraft): Promise<CalendarDay> {
    requirePermission(actor, 'calendar.manage');
    const refusals = dayBlockers(draft);
    if (refusals.length > 0) throw ApplicationError.invalid(refusals);
    const day = { ...draft, nation: draft.nation as Nation | null, name: draft.name.trim(), source: draft.source.trim() };
    return this.unitOfWork.run({ actor: auditName(actor), event: 'CALENDAR_DAY_ADDED', subject: 'calendar:days', facts: { ...day } }, async (tx) => {
      // Two at once would both find nothing: one waits for the other.
      await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('waymark calendar days', 0))`);
      const { kind, firstDay, lastDay } = day;
      const known = await tx.repository(CalendarDay).find({ where: { kind, firstDay, lastDay } });
      if (known.some(({ nation, droppedAt }) => nation === day.nation && droppedAt === null)) {
        throw ApplicationError.invalid([{ code: 'day-known', message: words.day.known, field: 'firstDay' }]);
      }
      return tx.repository(CalendarDay).save({ ...day, enteredAt: tx.now, droppedAt: null });
    });
  }

  /** @throws ApplicationError 404 for an unknown one, 409 where it is taken back already. */
  async takeBack(actor: Actor, id: string): Promise<CalendarDay> {
    requirePermission(actor, 'calendar.manage');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'CALENDAR_DAY_TAKEN_BACK', subject: `calendar-day:${id}` }, async (tx) => {
      const day = await tx.repository(CalendarDay).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!day) throw ApplicationError.notFound(words.day.one);
      if (day.droppedAt) throw ApplicationError.conflict(words.day.gone, 'taken-back');
      return tx.repository(CalendarDay).save({ ...day, droppedAt: tx.now });
    });
  }
}
