import { constants, setPriority } from 'node:os';

/**
 * Lets processes that answer people go first where the processor is short: an import or a judging run may take as long as it takes,
 * a page may not. Every system lets a process step back.
 */
export function yieldToReaders(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
