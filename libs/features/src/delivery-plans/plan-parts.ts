import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type AttachedFile } from '#domain/attachments/attached-file.js';

/** Reads the files of a plan as they stand in this transaction. */
export type PlanFilesReader = (manager: EntityManager, submissionId: string) => Promise<AttachedFile[]>;

/** The feature that keeps files of plans says here how they are read; where it is not loaded a plan has none. */
@Injectable()
export class PlanParts {
  private reader: PlanFilesReader | undefined;

  register(reader: PlanFilesReader): void {
    this.reader = reader;
  }

  async files(manager: EntityManager, submissionId: string): Promise<AttachedFile[]> {
    return this.reader ? this.reader(manager, submissionId) : [];
  }
}
