import { Injectable } from '@nestjs/common';
import { systemActor } from '#domain/access/permissions.js';
import { exampleCalendar, exampleRules } from '#domain/example/example-calendar.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { ExampleLoader } from '#features/frameworks/example-loader.service.js';
import { FrameworksQueries } from '#features/frameworks/frameworks.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { ExampleCouncil } from './example-council.service.js';

const FRAMEWORK = 'levelling-up-2022';

/** The example as a newcomer meets it: framework, figures, made-up people, and work that is due. */
@Injectable()
export class ExampleService {
  constructor(
    private readonly loader: ExampleLoader,
    private readonly frameworks: FrameworksQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly plans: DeliveryPlansService,
    private readonly calendars: ReportingCalendarsService,
    private readonly council: ExampleCouncil,
    private readonly clock: Clock,
  ) {}

  /** Loads what is not there yet; a second run changes nothing. */
  async load(folder: string, options: { demoPeople: boolean }): Promise<void> {
    await this.loader.load(folder, options);
    const actor = systemActor('command', 'demo load');
    const { returnsOverdue, returnsDue, plansDue } = exampleCalendar(this.clock.today());
    await this.returns.openCycle(actor, { frameworkSlug: FRAMEWORK, ...returnsOverdue });
    await this.returns.openCycle(actor, { frameworkSlug: FRAMEWORK, ...returnsDue });
    await this.plans.openYear(actor, { frameworkSlug: FRAMEWORK, ...plansDue });
    await this.calendars.ensure(actor, FRAMEWORK, exampleRules(this.clock.today()));
    await this.council.work(FRAMEWORK);
    await this.council.judge(FRAMEWORK);
  }

  /** Whether any framework was loaded before: then a start leaves the data alone. */
  async isThereAnything(): Promise<boolean> {
    return (await this.frameworks.all()).length > 0;
  }
}
