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
import { Clearances, type ClearanceState } from './clearances.queries.js';
import { DeclinedSections, type ResetSection } from './declined-sections.js';
import { type CompanionLink, SubmissionCompanions } from './submission-companions.js';
import { SubmissionContents } from './submission-contents.js';
import { Submission } from './submission.entity.js';
import { type SubmissionEvent } from './submission-event.entity.js';
import { SubmissionEvents } from './submission-events.js';
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
  /** The minister's clearance of the draft; of no interest to the council, who read it on the version. */
  clearance: ClearanceState;
  /** The sections that the SRO named in declining, until the next delivery. */
  reset: ResetSection[];
  /** Oldest first. */
  events: SubmissionEvent[];
  /** Oldest first. */
  versions: DeliveredVersion<Kind>[];
  /** Pages of other features about it: comments, links to the draft. */
  links: CompanionLink[];
  /** What the reader may do next: buttons come from the table. */
  actions: SubmissionTransition[];
  /** The reader stands in for an SRO, and one of the two wrote part of it: nobody signs what they wrote. */
  signsInVain: boolean;
  /** ISO date, in London. */
  today: string;
}

/** Reads of submissions. */
@Injectable()
export class SubmissionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: SubmissionContents,
    private readonly history: SubmissionEvents,
    private readonly clearances: Clearances,
    private readonly declined: DeclinedSections,
    private readonly companions: SubmissionCompanions,
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
    // `find`, since `findOne` with relations asks twice
    const [submission] = await manager.find(Submission, { where: { id, kind }, relations: { organisation: true, mission: true, framework: true } });
    if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireReadable(actor, submission);
    const versions = await this.versions(manager, kind, id);
    const registered = this.contents.of(kind);
    const draft = seesDraft(actor, submission);
    const content = draft ? await registered.contentOf(manager, id) : lastOf(versions).content;
    const events = await this.eventsFor(manager, id, draft);
    return {
      submission: submission as Submission & { kind: Kind },
      content: content as SubmissionContent<Kind>,
      draft,
      sections: registered.sections,
      blockers: draft ? registered.blockers(content as SubmissionContent<Kind>, submission) : [],
      ...(await this.departmentsOwn(manager, { submission, content: content as SubmissionContent, draft, events })),
      // A department's own system, which comes with a token, opens no pages.
      links: draft && actor.tokenId === undefined ? await this.companions.linksFor(actor, submission) : [],
      events,
      versions: versions as unknown as DeliveredVersion<Kind>[],
      actions: submission.framework.closedAt ? [] : nextActions(workflowOf(kind), submission.status, positionsTowards(actor, submission.organisationId)),
      signsInVain: signsInVain(actor, events),
      today: this.clock.today(),
    };
  }

  /** What the department knows of its draft beside the words. */
  private async departmentsOwn(
    manager: EntityManager,
    { submission, content, draft, events }: { submission: Submission; content: SubmissionContent; draft: boolean; events: SubmissionEvent[] },
  ): Promise<Pick<Dossier, 'clearance' | 'reset'>> {
    if (!draft) return { clearance: { wanted: false, given: null }, reset: [] };
    const { id, kind, organisation } = submission;
    return {
      clearance: await this.clearances.stateWhere(manager, { id, wanted: organisation.wantsClearance && submission.framework.closedAt === null && submission.status === 'awaiting-sign-off' }, content),
      reset: await this.declined.resetSections(manager, events, { kind, content, sections: this.contents.of(kind).sections }),
    };
  }

  private async versions(manager: EntityManager, kind: SubmissionKind, submissionId: string): Promise<SubmissionVersion[]> {
    const versions = await manager.find(SubmissionVersion, { where: { submissionId }, relations: { clearance: true }, order: { number: 'ASC' } });
    return versions.map((version) => ({ ...version, content: readContent(kind, version.content) as unknown as Record<string, unknown> }));
  }

  /** The council follows deliveries and decisions; what the department did between them is its own. */
  private async eventsFor(manager: EntityManager, submissionId: string, draft: boolean): Promise<SubmissionEvent[]> {
    const events = await this.history.of(manager, submissionId);
    return draft ? events : events.filter(({ action }) => !DEPARTMENTS_OWN.has(action));
  }
}

const DEPARTMENTS_OWN: ReadonlySet<string> = new Set(['save', 'send-for-sign-off', 'decline', 'take-up', 'clear']);

function signsInVain({ id, roles, standsInFor }: Actor, events: readonly SubmissionEvent[]): boolean {
  if (!standsInFor || roles.includes('sro')) return false;
  return events.some(({ action, actorId }) => action === 'save' && (actorId === id || actorId === standsInFor.id));
}

function lastOf(versions: SubmissionVersion[]): SubmissionVersion {
  const last = versions.at(-1);
  if (!last) throw ApplicationError.forbidden(submissionsWords.notDelivered, 'not-delivered');
  return last;
}
