import { Module } from '@nestjs/common';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ImportsModule } from '../imports.module.js';
import { CheckImportAgainController } from './check-import-again.controller.js';
import { DiscardImportController } from './discard-import.controller.js';
import { ImportRejectsController } from './import-rejects.controller.js';
import { LoadImportController } from './load-import.controller.js';
import { NewImportController } from './new-import.controller.js';
import { ShowImportController } from './show-import.controller.js';
import { StatisticsController } from './statistics.controller.js';

@Module({
  imports: [ImportsModule, MetricsModule],
  // the address of a new upload comes before that of an upload's id
  controllers: [
    StatisticsController,
    NewImportController,
    ShowImportController,
    ImportRejectsController,
    LoadImportController,
    CheckImportAgainController,
    DiscardImportController,
  ],
})
export class ImportsWebModule {}
