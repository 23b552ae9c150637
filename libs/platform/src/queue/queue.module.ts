import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from '#platform/config/settings.js';
import { COMMITTED_JOBS } from '#platform/unit-of-work/unit-of-work.js';
import { JobQueues, QUEUE_BACKEND } from './job-queues.js';
import { createQueueBackend } from './queue-backend.js';
import { QUEUE_NAMES } from './queues.js';

/** Queues for every process; only a process that runs jobs needs connections for workers too. */
@Global()
@Module({})
export class QueueModule {
  static forProcess(options: { runsJobs: boolean }): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        {
          provide: QUEUE_BACKEND,
          inject: [Settings],
          useFactory: (settings: Settings) => createQueueBackend(settings, options.runsJobs ? QUEUE_NAMES.length : 0),
        },
        JobQueues,
        { provide: COMMITTED_JOBS, useExisting: JobQueues },
      ],
      exports: [JobQueues, COMMITTED_JOBS],
    };
  }
}
