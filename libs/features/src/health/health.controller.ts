import { Controller, Get, Inject, Res } from '@nestjs/common';
import { type Response } from 'express';
import { DataSource } from 'typeorm';
import { Access } from '#features/access/route-access.decorator.js';
import { assertMigrated } from '#platform/database/migration-state.js';
import { JobQueues } from '#platform/queue/job-queues.js';

/** For load balancers and people on call: `/healthz` says the process lives, `/readyz` that it can do its work. */
@Controller()
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly queues: JobQueues,
  ) {}

  @Get('healthz')
  @Access('public.read', 'none')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Access('public.read', 'none')
  async ready(@Res() response: Response): Promise<void> {
    const checks = {
      database: await answerOf(() => this.dataSource.query('SELECT 1')),
      migrations: await answerOf(() => assertMigrated(this.dataSource)),
      queue: await answerOf(() => this.queues.backend.check()),
    };
    const ready = Object.values(checks).every((answer) => answer === 'ok');
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', queue: this.queues.backend.kind, checks });
  }
}

async function answerOf(check: () => Promise<unknown>): Promise<string> {
  try {
    await check();
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
