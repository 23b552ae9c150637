import { createPostgresBackend, createRedisBackend, type Processor, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { type Settings } from '#platform/config/settings.js';
import { type QueueName } from './queues.js';

/** What travels through the queue: the id of the outbox row, nothing else. */
export interface Reminder {
  outboxId: string;
}

/** How a queue's worker runs; times in milliseconds, as BullMQ has them. */
export interface WorkerChoices {
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
}

/** The queue's store behind BullMQ: Redis where REDIS_URL is set, else BullMQ's own tables in PostgreSQL. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): Queue<Reminder>;
  worker(name: QueueName, processor: Processor<Reminder>, options: WorkerChoices): Worker<Reminder>;
  /** Throws when the store does not answer, or would lose acknowledged jobs; the message says which. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** @param workers how many workers this process will run; the PostgreSQL pool needs one listening connection for each. */
export function createQueueBackend(settings: Settings, workers: number): QueueBackend {
  return settings.REDIS_URL ? redisBackend(settings.REDIS_URL) : postgresBackend(settings.databaseUrl, workers);
}

function redisBackend(url: string): QueueBackend {
  const connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  // BullMQ reports broken connections per queue; without a listener ioredis would end the process.
  connection.on('error', () => undefined);
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection }, createRedisBackend) as unknown as Queue<Reminder>,
    worker: (name, processor, options) =>
      new Worker(name, processor, { connection, ...options }, createRedisBackend) as unknown as Worker<Reminder>,
    async check() {
      const reply = await Promise.race([
        Promise.all([connection.config('GET', 'appendonly'), connection.config('GET', 'maxmemory-policy')]),
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error('Redis does not answer')), 2000).unref()),
      ]);
      const [appendOnly, policy] = (reply as [string, string][]).map((pair) => pair[1]);
      if (appendOnly !== 'yes') throw new Error('Redis has appendonly off: acknowledged jobs would be lost at a crash');
      if (policy !== 'noeviction') throw new Error(`Redis has maxmemory-policy ${policy}: it must be noeviction`);
    },
    async close() {
      connection.disconnect();
    },
  };
}

function postgresBackend(url: string, workers: number): QueueBackend {
  const pool = new pg.Pool({
    connectionString: url,
    options: '-c search_path=bullmq',
    max: workers + 4,
    application_name: 'waymark-queue',
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection: pool }, createPostgresBackend) as unknown as Queue<Reminder>,
    worker: (name, processor, options) =>
      new Worker(name, processor, { connection: pool, ...options }, createPostgresBackend) as unknown as Worker<Reminder>,
    async check() {
      await pool.query('SELECT 1 FROM bullmq.job LIMIT 1');
    },
    async close() {
      await pool.end();
    },
  };
}
