import { Module } from '@nestjs/common';
import { Command, CommandRunner } from 'nest-commander';
import { AreasModule } from '#features/areas/areas.module.js';
import { ReportingModule } from '#features/calendar/reporting.module.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { FundingModule } from '#features/funding/funding.module.js';
import { MapsModule } from '#features/maps/maps.module.js';
import { MissionQualityModule } from '#features/mission-quality/mission-quality.module.js';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { ImportBoundariesCommand } from './import-boundaries.command.js';
import { ImportCalendarCommand } from './import-calendar.command.js';
import { ImportFrameworkCommand } from './import-framework.command.js';
import { ImportFundingCommand } from './import-funding.command.js';
import { ImportLayoutCommand } from './import-layout.command.js';
import { ImportObservationsCommand } from './import-observations.command.js';
import { ImportQualityReviewCommand } from './import-quality-review.command.js';
import { ImportAreasCommand, ImportMetricsCommand } from './import-registers.command.js';

const COMMANDS = [ImportFrameworkCommand, ImportCalendarCommand, ImportMetricsCommand, ImportAreasCommand, ImportLayoutCommand, ImportObservationsCommand, ImportFundingCommand, ImportQualityReviewCommand, ImportBoundariesCommand];

@Command({ name: 'import', description: 'Load files', subCommands: COMMANDS })
export class ImportCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

@Module({ imports: [FrameworksModule, ReportingModule, MetricsModule, AreasModule, ObservationsModule, FundingModule, MapsModule, MissionQualityModule], providers: [ImportCommand, ...COMMANDS] })
export class ImportsCliModule {}
