import { Injectable } from '@nestjs/common';
import { type Nation, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { Clock } from '#platform/clock/clock.js';
import { type DueLine } from '../calendar-csv.js';
import { CalendarQueries, type FrameworkCalendar } from '../calendar.queries.js';
import { dueLines } from '../due-lines.js';
import { DueListQueries, type DueListFilter } from '../due-list.queries.js';
import { type DiaryParts } from '../calendar-diary.js';
import { type CalendarPage, calendarPage } from './calendar-page.presenter.js';

/** Reads what the public calendar shows, as page, file and diary. */
@Injectable()
export class CalendarPageService {
  constructor(
    private readonly calendar: CalendarQueries,
    private readonly due: DueListQueries,
    private readonly clock: Clock,
  ) {}

  async page(): Promise<CalendarPage> {
    const today = this.clock.today();
    const inAYear = yearsFrom(today, 1);
    const frameworks = await this.calendar.frameworks();
    const { lines, calendars } = await this.read(frameworks, { since: yearsFrom(today, -1) });
    const withCycles = [];
    for (const calendar of frameworks) withCycles.push({ calendar, coming: await this.calendar.comingCycles(calendar, { from: dayAfter(today), to: inAYear }) });
    const vacancies = await this.calendar.vacancies(yearsFrom(today, -1));
    return calendarPage({ lines, frameworks: withCycles, days: await this.calendar.days(), calendars, vacancies }, { today, inAYear });
  }

  async lines(filter: DueListFilter): Promise<DueLine[]> {
    return (await this.read(await this.calendar.frameworks(), filter)).lines;
  }

  /** What is not delivered, what opens in the next year, and the days that people have entered. */
  async diary({ framework, department }: Pick<DueListFilter, 'framework' | 'department'>): Promise<DiaryParts> {
    const today = this.clock.today();
    const frameworks = await this.calendar.frameworks();
    const closed = new Set(frameworks.flatMap(({ framework: { id, closedAt } }) => (closedAt ? id : [])));
    const reports = await this.due.list({ ...(framework ? { framework } : {}), ...(department ? { department } : {}), since: '9999-12-31' });
    const coming: DiaryParts['coming'][number][] = [];
    for (const calendar of frameworks) {
      if (framework && calendar.framework.slug !== framework) continue;
      const cycles = await this.calendar.comingCycles(calendar, { from: dayAfter(today), to: yearsFrom(today, 1) });
      coming.push(...cycles.map((cycle) => ({ framework: calendar.framework, cycle })));
    }
    return { due: reports.filter((report) => report.status !== 'not-submitted' && !closed.has(report.framework.id)), coming, stretches: await this.calendar.days() };
  }

  private async read(frameworks: readonly FrameworkCalendar[], filter: DueListFilter): Promise<{ lines: DueLine[]; calendars: Map<Nation, WorkingCalendar> }> {
    const calendars = await this.calendar.workingDays(frameworks);
    return { lines: dueLines(await this.due.list(filter), frameworks, calendars, this.clock.today()), calendars };
  }
}

function yearsFrom(date: string, years: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at.toISOString().slice(0, 10);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
