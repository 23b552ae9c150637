import { Injectable } from '@nestjs/common';
import { deliveryStanding, workingDaysLate } from '#domain/calendar/delivery-standing.js';
import { calendarWords } from './calendar.words.js';
import { DueListQueries, type DueReport } from './due-list.queries.js';
import { WorkingCalendars } from './working-calendars.queries.js';

/** Says of the missions of a framework how late their last return came. */
@Injectable()
export class LateDeliveries {
  constructor(
    private readonly dueList: DueListQueries,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** "Delivered 3 working days late", by the mission's slug; a mission whose last delivered return was in time is left out. @param today ISO date */
  async ofFramework(framework: { id: string; slug: string }, today: string): Promise<Map<string, string>> {
    const late = [...lastDelivered(await this.dueList.list({ framework: framework.slug }))].filter(([, report]) => deliveryStanding(report, today) === 'delivered-late');
    if (late.length === 0) return new Map();
    const working = await this.calendars.ofFramework(framework.id);
    return new Map(late.map(([mission, report]) => [mission, calendarWords.list.late(workingDaysLate(report, working))]));
  }
}

/** The newest return of each mission that stands, by what it covers. */
function lastDelivered(reports: readonly DueReport[]): Map<string, DueReport> {
  const last = new Map<string, DueReport>();
  for (const report of reports) {
    const { kind, mission, deliveredOn, coversTo } = report;
    if (kind !== 'evidence-return' || mission === null || deliveredOn === null) continue;
    if (coversTo >= (last.get(mission.slug)?.coversTo ?? '')) last.set(mission.slug, report);
  }
  return last;
}
