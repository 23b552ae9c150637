import { CommandRunner, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { readText } from './import-file.js';

@SubCommand({ name: 'calendar', arguments: '<file>', description: 'Check and load the reporting calendar of a framework (YAML); every fault is named with its line' })
export class ImportCalendarCommand extends CommandRunner {
  constructor(private readonly calendars: ReportingCalendarsService) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    const { framework, changed } = await this.calendars.importFile(systemActor('command', 'import calendar'), await readText(file));
    process.stdout.write(changed ? `The reporting calendar of ${framework} is as in ${file}\n` : `The reporting calendar of ${framework} says this already; nothing was changed\n`);
  }
}
