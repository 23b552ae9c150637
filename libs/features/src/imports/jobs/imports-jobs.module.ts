import { Module } from '@nestjs/common';
import { ImportWorkService } from '../import-work.service.js';
import { ImportsModule } from '../imports.module.js';
import { CheckImportHandler } from './check-import.handler.js';
import { ExpireImportHandler } from './expire-import.handler.js';
import { LoadImportHandler } from './load-import.handler.js';

@Module({ imports: [ImportsModule], providers: [ImportWorkService, CheckImportHandler, LoadImportHandler, ExpireImportHandler] })
export class ImportsJobsModule {}
