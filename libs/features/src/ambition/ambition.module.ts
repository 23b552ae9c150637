import { Module } from '@nestjs/common';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { AmbitionService } from './ambition.service.js';

@Module({ imports: [JudgementsModule, ObservationsModule], providers: [AmbitionService], exports: [AmbitionService] })
export class AmbitionModule {}
