import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets processes that answer people go first where the processor is short: an import or a judging run may take as long as it takes,
 * a page may not. Every system lets a process step back. On Linux a priority is a thread's own, and the threads that compile and
 * collect garbage are there before the first line is run.
 */
export function yieldToReaders(): void {
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [process.pid];
  for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_LOW);
}
