import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type SubmissionContent } from '#domain/submissions/submission-content.js';
import { type SubmissionKind, type SubmissionSection } from '#domain/submissions/submission-status.js';
import { type Refusal } from '#domain/workflow/transition-table.js';

/** What a kind of submission tells the machine about its content. */
export interface RegisteredContent<Kind extends SubmissionKind = SubmissionKind> {
  kind: Kind;
  /** The parts that can be sent back by name, in their order. */
  sections: readonly SubmissionSection[];
  /** The draft as it stands, in the shape of a version's content. Reads in the caller's transaction where it has one. */
  contentOf(manager: EntityManager, submissionId: string): Promise<SubmissionContent<Kind>>;
  /** What stands against sending this content for sign-off. @param time of the submission, in ISO dates */
  blockers(content: SubmissionContent<Kind>, time: { coversTo: string; dueOn: string }): Refusal[];
}

/** The kinds by name. Each kind's module registers its own, so that the machine knows none of them. */
@Injectable()
export class SubmissionContents {
  private readonly registered = new Map<SubmissionKind, RegisteredContent>();

  register<Kind extends SubmissionKind>(content: RegisteredContent<Kind>): void {
    if (this.registered.has(content.kind)) throw new Error(`The content of a ${content.kind} is registered twice`);
    this.registered.set(content.kind, content as unknown as RegisteredContent);
  }

  /** @throws Error where this process has not loaded the kind's module. */
  of<Kind extends SubmissionKind>(kind: Kind): RegisteredContent<Kind> {
    const content = this.registered.get(kind);
    if (!content) throw new Error(`Nothing knows the content of a ${kind}: its module is not loaded in this process`);
    return content as unknown as RegisteredContent<Kind>;
  }
}
