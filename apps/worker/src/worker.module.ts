import { Module } from '@nestjs/common';
import { WorkersModule } from '#platform/queue/worker.module.js';
import { JobsModule } from './jobs.module.js';

/** Takes jobs from the queues and hands each to its handler. */
@Module({ imports: [JobsModule, WorkersModule] })
export class WorkerModule {}
