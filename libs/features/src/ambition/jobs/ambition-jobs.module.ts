import { Module } from '@nestjs/common';
import { AmbitionModule } from '../ambition.module.js';
import { ComputeAmbitionWatch } from './compute-ambition.watch.js';

@Module({ imports: [AmbitionModule], providers: [ComputeAmbitionWatch] })
export class AmbitionJobsModule {}
