import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports.module.js';
import { CreateImportApiController } from './create-import-api.controller.js';
import { ImportApiController } from './import-api.controller.js';

@Module({ imports: [ImportsModule], controllers: [CreateImportApiController, ImportApiController] })
export class ImportsApiModule {}
