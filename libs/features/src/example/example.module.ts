import { type DynamicModule, Inject, Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ReportingModule } from '#features/calendar/reporting.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { ContributionsModule } from '#features/contributions/contributions.module.js';
import { CouncilModule } from '#features/council/council.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { InquiriesModule } from '#features/inquiries/inquiries.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { LettersModule } from '#features/letters/letters.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { ReportsModule } from '#features/reports/reports.module.js';
import { Settings } from '#platform/config/settings.js';
import { ExampleCouncil } from './example-council.service.js';
import { ExampleInquiry } from './example-inquiry.service.js';
import { ExampleLetters } from './example-letters.service.js';
import { ExamplePast } from './example-past.service.js';
import { ExampleRegister } from './example-register.service.js';
import { ExampleReport } from './example-report.service.js';
import { ExampleService } from './example.service.js';

const FOLDER = Symbol('folder of the example');

/** Loads the example when a process starts on an empty database, once. */
@Injectable()
class ExampleAtFirstStart implements OnApplicationBootstrap {
  constructor(
    private readonly example: ExampleService,
    private readonly settings: Settings,
    @Inject(FOLDER) private readonly folder: string,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.example.isThereAnything()) return;
    await this.example.load(this.folder, { demoPeople: this.settings.WAYMARK_DEMO });
  }
}

@Module({
  // whoever contributes is asked as the returns open: that needs the room that asks, though nothing here calls it
  imports: [ExampleLoaderModule, ContributionsModule, FrameworksModule, EvidenceReturnsModule, DeliveryPlansModule, ReportingModule, JudgementsModule, MissionsModule, CalendarModule, CouncilModule, InquiriesModule, LettersModule, ReportsModule],
  providers: [ExampleCouncil, ExampleInquiry, ExampleLetters, ExamplePast, ExampleRegister, ExampleReport, ExampleService],
  exports: [ExampleService],
})
export class ExampleModule {
  /** @param folder `example/` of the project */
  static loadedFrom(folder: string): DynamicModule {
    return { module: ExampleModule, providers: [{ provide: FOLDER, useValue: folder }, ExampleAtFirstStart] };
  }
}
