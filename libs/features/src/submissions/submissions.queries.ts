import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { compareByDueDate } from '#domain/submissions/due-date.js';
import { readContent, type SubmissionContent } from '#domain/submissions/submission-content.js';
import { positionsTowards } from '#domain/submissions/submission-positions.js';
import { type SubmissionKind, type SubmissionSection } from '#domain/submissions/submission-status.js';
import { type SubmissionTransition } from '#domain/submissions/submission-workflow.js';
import { workflowOf } from '#domain/submissions/workflow-of.js';
import { nextActions, type Refusal } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { requireReadable, seesDraft } from './submission-access.js';
import { SubmissionContents } from './submission-contents.js';
import { Submission } from './submission.entity.js';
import { SubmissionEvent } from './submission-event.entity.js';
import { SubmissionVersion } from './submission-version.entity.js';
import { submissionsWords } from './submissions.words.js';

/** A delivered version with its content's shape. */
export type DeliveredVersion<Kind extends SubmissionKind> = Omit<SubmissionVersion, 'content'> & { content: SubmissionContent<Kind> };

/** Everything that the pages of one submission show to one reader. */
export interface Dossier<Kind extends SubmissionKind = SubmissionKind> {
  /** With its framework, organisation and mission. */
  submission: Submission & { kind: Kind };
  /** The draft for its own department; for the council what was delivered last. */
  content: SubmissionContent<Kind>;
  /** Does this reader see the draft? */
  draft: boolean;
  /** The parts that can be sent back by name. */
  sections: readonly SubmissionSection[];
  /** What stands against sending the draft. */
  blockers: Refusal[];
  /** Oldest first. */
  events: SubmissionEvent[];
  /** Oldest first. */
  versions: DeliveredVersion<Kind>[];
  /** What the reader may do next: buttons come from the table. */
  actions: SubmissionTransition[];
  /** ISO date, in London. */
  today: string;
}

/** Reads of submissions. */
@Injectable()
export class SubmissionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: SubmissionContents,
    private readonly clock: Clock,
  ) {}

  /** What the actor's department owes and has delivered, by due date, with framework and mission. */
  async ofDepartment(actor: Actor): Promise<Submission[]> {
    requirePermission(actor, 'submission.list');
    if (!actor.organisationId) return [];
    const submissions = await this.dataSource.getRepository(Submission).find({
      where: { organisationId: actor.organisationId },
      relations: { organisation: true, mission: true, framework: true },
      order: { dueOn: 'ASC', reference: 'ASC' },
    });
    return submissions.sort(compareByDueDate);
  }

  /** @throws ApplicationError 404 for an unknown id or another kind, 403 for whoever may not read it. */
  async dossier<Kind extends SubmissionKind>(actor: Actor, kind: Kind, id: string): Promise<Dossier<Kind>> {
    requirePermission(actor, 'submission.read');
    const { manager } = this.dataSource;
    const submission = await manager.findOne(Submission, { where: { id, kind }, relations: { organisation: true, mission: true, framework: true } });
    if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireReadable(actor, submission);
    const versions = await this.versions(manager, kind, id);
    const registered = this.contents.of(kind);
    const draft = seesDraft(actor, submission);
    const content = draft ? await registered.contentOf(manager, id) : lastOf(versions).content;
    return {
      submission: submission as Submission & { kind: Kind },
      content: content as SubmissionContent<Kind>,
      draft,
      sections: registered.sections,
      blockers: draft ? registered.blockers(content as SubmissionContent<Kind>) : [],
      events: await this.eventsFor(manager, id, draft),
      versions: versions as unknown as DeliveredVersion<Kind>[],
      actions: nextActions(workflowOf(kind), submission.status, positionsTowards(actor, submission.organisationId)),
      today: this.clock.today(),
    };
  }

  private async versions(manager: EntityManager, kind: SubmissionKind, submissionId: string): Promise<SubmissionVersion[]> {
    const versions = await manager.find(SubmissionVersion, { where: { submissionId }, order: { number: 'ASC' } });
    return versions.map((version) => ({ ...version, content: readContent(kind, version.content) as unknown as Record<string, unknown> }));
  }

  /** The council follows deliveries and decisions; what the department did between them is its own. */
  private async eventsFor(manager: EntityManager, submissionId: string, draft: boolean): Promise<SubmissionEvent[]> {
    const events = await manager.find(SubmissionEvent, { where: { submissionId }, order: { sequence: 'ASC' } });
    return draft ? events : events.filter(({ action }) => !DEPARTMENTS_OWN.has(action));
  }
}

const DEPARTMENTS_OWN: ReadonlySet<string> = new Set(['save', 'send-for-sign-off', 'decline', 'take-up']);

function lastOf(versions: SubmissionVersion[]): SubmissionVersion {
  const last = versions.at(-1);
  if (!last) throw ApplicationError.forbidden(submissionsWords.notDelivered, 'not-delivered');
  return last;
}
