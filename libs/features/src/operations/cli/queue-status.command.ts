import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { DataSource } from 'typeorm';
import { JobQueues } from '#platform/queue/job-queues.js';
import { QUEUE_NAMES } from '#platform/queue/queues.js';

@SubCommand({ name: 'status', description: 'How many jobs wait, run, are delayed or failed, and what the outbox still owes' })
export class QueueStatusCommand extends CommandRunner {
  constructor(
    private readonly queues: JobQueues,
    private readonly dataSource: DataSource,
  ) {
    super();
  }

  async run(): Promise<void> {
    const counts = await this.queues.counts();
    process.stdout.write(`queue on ${this.queues.backend.kind}\n`);
    for (const name of QUEUE_NAMES) {
      const states = Object.entries(counts[name]).map(([state, count]) => `${state} ${count}`);
      process.stdout.write(`${name.padEnd(6)} ${states.join('  ')}\n`);
    }
    const [owed]: { undone: string; failed: string }[] = await this.dataSource.query(
      'SELECT count(*) FILTER (WHERE done_at IS NULL AND failed_at IS NULL) AS undone, count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed FROM outbox_messages',
    );
    process.stdout.write(`outbox undone ${owed?.undone ?? 0}  failed ${owed?.failed ?? 0}\n`);
  }
}

@Command({ name: 'queue', description: 'The job queues', subCommands: [QueueStatusCommand] })
export class QueueCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
