import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobCatalogue } from './job-catalogue.js';
import { JobRunner } from './job-runner.js';
import { JobWorkers } from './job-workers.js';
import { WatchRound } from '#platform/watches/watch-round.js';
import { WatchTimer } from '#platform/watches/watch-timer.js';
import { OutboxSweep } from './outbox-sweep.js';

/** Does jobs and watches when told to; without workers nothing tells it by itself. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [JobCatalogue, JobRunner, WatchRound], exports: [JobCatalogue, JobRunner, WatchRound] })
export class JobRunnerModule {}

/** The four workers that take jobs from the queues, the sweep that heals them, and the rounds of the watches. */
@Module({ imports: [JobRunnerModule], providers: [OutboxSweep, JobWorkers, WatchTimer], exports: [OutboxSweep] })
export class WorkersModule {}
