import { Injectable } from '@nestjs/common';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type AnswerRow } from './answer-row.js';
import { type SignOffPanel } from './submission-companions.js';
import { type Dossier } from './submissions.queries.js';

/** A part of a page that is a kind's own: a template and what it shows. */
export interface PagePart {
  view: string;
  shown: unknown;
}

/** An earlier delivery that a first one is compared with. */
export interface DeliveredBefore<Kind extends SubmissionKind = SubmissionKind> {
  /** "the last return, ER-2025-7K3D (April 2024 to March 2025)" */
  name: string;
  content: Dossier<Kind>['content'];
}

/** What a kind of submission shows of its own on the pages that both kinds have. */
export interface RegisteredPages<Kind extends SubmissionKind = SubmissionKind> {
  kind: Kind;
  /** The answers as a person reads them, in the order of the task list. */
  shown(content: Dossier<Kind>['content']): AnswerRow[];
  /** The same with what stands beside them: what two deliveries are compared by. */
  compared(content: Dossier<Kind>['content']): AnswerRow[];
  /** What a first delivery is compared with; undefined where nothing was delivered before, or the kind compares with nothing. */
  before?(dossier: Dossier<Kind>): Promise<DeliveredBefore<Kind> | undefined>;
  /** What stands above the answers; undefined where a kind has nothing there. */
  above(content: Dossier<Kind>['content']): PagePart | undefined;
  /** What the SRO is told beside the answers, in this order: contradictions first. */
  panels(dossier: Dossier<Kind>): SignOffPanel[];
  /** What becomes public and when, one line a fact. */
  becomesPublic(dossier: Dossier<Kind>): string[];
}

/** The kinds' own parts of shared pages. Each kind's web module registers its own, so that these pages know none of them. */
@Injectable()
export class SubmissionPages {
  private readonly registered = new Map<SubmissionKind, RegisteredPages>();

  register<Kind extends SubmissionKind>(pages: RegisteredPages<Kind>): void {
    if (this.registered.has(pages.kind)) throw new Error(`The pages of a ${pages.kind} are registered twice`);
    this.registered.set(pages.kind, pages as unknown as RegisteredPages);
  }

  /** @throws Error where this process has not loaded the kind's web module. */
  of(kind: SubmissionKind): RegisteredPages {
    const pages = this.registered.get(kind);
    if (!pages) throw new Error(`Nothing knows the pages of a ${kind}: its web module is not loaded in this process`);
    return pages;
  }
}
