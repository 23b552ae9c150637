import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations.module.js';
import { WatchConsultations } from './watch-consultations.watch.js';

@Module({ imports: [ConsultationsModule], providers: [WatchConsultations] })
export class ConsultationsJobsModule {}
