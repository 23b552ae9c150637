import { Module } from '@nestjs/common';
import { AccessCliModule } from '#features/access/cli/access-cli.module.js';
import { AuditCliModule } from '#features/audit/cli/audit-cli.module.js';
import { ExampleCliModule } from '#features/example/cli/example-cli.module.js';
import { ForecastsCliModule } from '#features/forecasts/cli/forecasts-cli.module.js';
import { ImportsCliModule } from '#features/imports/cli/imports-cli.module.js';
import { JudgementsCliModule } from '#features/judgements/cli/judgements-cli.module.js';
import { OperationsCliModule } from '#features/operations/cli/operations-cli.module.js';
import { ReleasesCliModule } from '#features/releases/cli/releases-cli.module.js';
import { ReportsCliModule } from '#features/reports/cli/reports-cli.module.js';

/** All commands of `npm run waymark -- …`. */
@Module({ imports: [AccessCliModule, AuditCliModule, ExampleCliModule, ForecastsCliModule, ImportsCliModule, JudgementsCliModule, OperationsCliModule, ReleasesCliModule, ReportsCliModule] })
export class CliModule {}
