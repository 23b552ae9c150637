import { Module } from '@nestjs/common';
import { FrameworkClosingsModule } from '../framework-closings.module.js';
import { CloseFrameworksWatch } from './close-frameworks.watch.js';

@Module({ imports: [FrameworkClosingsModule], providers: [CloseFrameworksWatch] })
export class FrameworkClosingsJobsModule {}
