import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobCatalogue } from './job-catalogue.js';
import { JobRunner } from './job-runner.js';
import { JobWorkers } from './job-workers.js';
import { OutboxSweep } from './outbox-sweep.js';

/** Does jobs when told to; without workers nothing tells it by itself. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [JobCatalogue, JobRunner], exports: [JobCatalogue, JobRunner] })
export class JobRunnerModule {}

/** The four workers that take jobs from the queues, and the sweep that heals them. */
@Module({ imports: [JobRunnerModule], providers: [OutboxSweep, JobWorkers], exports: [OutboxSweep] })
export class WorkersModule {}
