import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';

/** The parts of a return that other features keep. */
type Parts = Pick<EvidenceReturnContent, 'attachments' | 'contributions'>;

/** Reads one part of a submission as it stands in this transaction. */
export type PartReader<Part extends keyof Parts> = (manager: EntityManager, submissionId: string) => Promise<Parts[Part]>;

/** Every feature that keeps a part of returns says here how it is read; a part whose feature is not loaded is empty. */
@Injectable()
export class ReturnParts {
  private readonly readers: { [Part in keyof Parts]?: PartReader<Part> } = {};

  register<Part extends keyof Parts>(part: Part, read: PartReader<Part>): void {
    Object.assign(this.readers, { [part]: read });
  }

  /** The sections that have pages in this process: those of a part only where its feature is loaded. */
  sections(): EvidenceReturnSection[] {
    const absent = (['attachments', 'contributions'] as const).filter((part) => this.readers[part] === undefined);
    return EVIDENCE_RETURN_SECTIONS.map(({ key }) => key).filter((key) => !absent.some((part) => part === key));
  }

  async of(manager: EntityManager, submissionId: string): Promise<Parts> {
    const { attachments, contributions } = this.readers;
    return {
      attachments: attachments ? await attachments(manager, submissionId) : [],
      contributions: contributions ? await contributions(manager, submissionId) : [],
    };
  }
}
