import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';

export const WATCH = Symbol('watch');

/**
 * Asks the tables what is due by the clock, and does it: each thing in a unit of work of its own, each once, whoever else asks at
 * the same moment and however long nobody asked. Most rounds find nothing and write nothing.
 */
export interface Watch {
  /** @param now business time of the round. @returns how many things it did. @throws ItemsFailed where some failed: see `EachInTurn`. */
  run(now: Date): Promise<number>;
}

/** Marks a provider as a watch that the worker runs each minute. @param name unique, for logs and tests: `remind-of-returns`. */
export const Watches = (name: string): ClassDecorator => applyDecorators(Injectable(), SetMetadata(WATCH, name)) as ClassDecorator;
