import { type EntityManager } from 'typeorm';
import { type PublicChange } from '#domain/public-changes/public-change.js';
import { type ChangeRegisters } from './change-registers.js';

/** What a source is asked for: all that everybody could first see after `from`, up to `to`, which is never in the future. */
export interface ChangeSpan {
  from: Date;
  to: Date;
  /** Codes of the places whose changes are wanted: a release is asked whether it has figures for them, and for no other. */
  places: readonly string[];
}

/** Reads one kind of public facts. Each says in its own statement what the public may see: nothing that is held back is told. */
export type ChangeSource = (manager: EntityManager, span: ChangeSpan, registers: ChangeRegisters) => Promise<PublicChange[]>;
