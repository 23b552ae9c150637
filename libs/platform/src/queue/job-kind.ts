import { type QueueName } from './queues.js';

/**
 * One kind of job: its name, its queue and, as a type only, its payload. Services write kinds to the outbox,
 * one handler in the worker does them.
 */
export interface JobKind<Payload extends object> {
  readonly name: string;
  readonly queue: QueueName;
  /** How often a failing job is tried before it is given up and shown to an administrator. */
  readonly attempts: number;
  /** Never set: carries the payload's type. */
  readonly payload?: Payload;
}

const declared: JobKind<object>[] = [];

/** Declares a job kind. Payloads hold ids, never objects. */
export function jobKind<Payload extends object>(name: string, queue: QueueName, attempts = 8): JobKind<Payload> {
  const kind: JobKind<Payload> = { name, queue, attempts };
  declared.push(kind as JobKind<object>);
  return kind;
}

/** Every kind that this process has heard of: a worker must have a handler for each. */
export function declaredKinds(): readonly JobKind<object>[] {
  return declared;
}
