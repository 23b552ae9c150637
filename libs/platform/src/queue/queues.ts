/** The four queues, cut by how their jobs run and not by what they are about. */
export const QUEUES = {
  /** Short work that somebody waits for. */
  now: 'now',
  /** Handing mail over; slow or failing mail servers hold up nothing else. */
  mail: 'mail',
  /** Minutes of work: imports, backtests, PDF. */
  heavy: 'heavy',
  /** Delayed and scheduled work. */
  later: 'later',
} as const;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];
