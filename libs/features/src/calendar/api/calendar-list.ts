import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenItem, type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';
import { Clock } from '#platform/clock/clock.js';
import { CalendarQueries } from '../calendar.queries.js';
import { DueListQueries } from '../due-list.queries.js';
import { dueLines } from '../due-lines.js';

@Injectable()
export class CalendarList implements ListSource<OpenItem> {
  constructor(
    private readonly calendar: CalendarQueries,
    private readonly due: DueListQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<OpenItem[]> {
    const frameworks = await this.calendar.frameworks();
    const lines = dueLines(await this.due.list(), frameworks, await this.calendar.workingDays(frameworks), this.clock.today());
    return lines.map(({ framework, department, mission, coversLabel, standing, daysLate, id: _, status: __, ...line }) => ({
      ...line, framework: framework.slug, department: department.slug, departmentName: department.name, mission: mission?.slug ?? null, covers: coversLabel, standing,
      workingDaysLate: standing === 'delivered-late' ? daysLate : null,
    }));
  }
}

const { text, day, whole, flag } = field;

export const CALENDAR: OpenList = {
  path: 'calendar', tag: 'calendar', title: 'Reporting calendar', noun: 'That return',
  description: 'A return or plan that a department owes or owed, with its dates and whether it came in time.',
  item: shapeOf('CalendarLineResponse', {
    reference: text('Names the return or plan for ever', { example: 'ER-2026-7K3D' }), kind: text('Return, or plan', { enum: ['evidence-return', 'delivery-plan'] }), framework: text('Slug of the framework'),
    mission: text('Slug of the mission; none for a plan', { orNone: true }), department: text('Slug of the department'), departmentName: text('Name of the department'), covers: text('What it covers, in words'),
    coversFrom: day('First day of what it covers'), coversTo: day('Last day of what it covers'), firstDueOn: day('Due date as it was when it opened'), dueOn: day('Due date with every extension'),
    closesOn: day('Last day on which it is taken', { orNone: true }), extensions: whole('Extensions granted'), standing: text('due, overdue, delivered, delivered-late or not-submitted'),
    markedOverdue: flag('It was marked overdue once; the mark stays'), deliveredOn: day('Day of the delivery that stands', { orNone: true }),
    workingDaysLate: whole('Working days from the due date to the delivery; none where it did not come late', { orNone: true }),
  }),
  key: { reference: 'text' }, id: 'reference', source: CalendarList,
  filters: [
    { name: 'framework', kind: 'text', description: 'Slug of the framework' }, { name: 'department', kind: 'text', description: 'Slug of the department' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' }, { name: 'standing', kind: 'text', description: 'Whether it came', example: 'overdue' },
    { name: 'dueFrom', kind: 'day', field: 'dueOn', by: 'from', description: 'First day on which it may be due' }, { name: 'dueTo', kind: 'day', field: 'dueOn', by: 'to', description: 'Last day on which it may be due' },
  ],
};
