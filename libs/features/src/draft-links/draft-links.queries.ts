import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, may } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { type CompanionLink, SubmissionCompanions, type SubmissionCompanion } from '#features/submissions/submission-companions.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { DraftLink } from './draft-link.entity.js';
import { canBeShown } from './draft-link-state.js';
import { draftLinksPaths } from './draft-links.paths.js';
import { draftLinksWords as words } from './draft-links.words.js';

/** Reads of a draft's links, for its own department; puts the way to them on the draft's overview. */
@Injectable()
export class DraftLinksQueries implements SubmissionCompanion, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly companions: SubmissionCompanions,
  ) {}

  onModuleInit(): void {
    this.companions.register(this);
  }

  async linksFor(actor: Actor, submission: Submission): Promise<CompanionLink[]> {
    if (!may(actor, 'submission.show-draft') || !canBeShown(submission)) return [];
    return [{ text: words.link, href: draftLinksPaths.list(submission.kind, submission.id) }];
  }

  async panelFor(): Promise<undefined> {
    return undefined;
  }

  /** The newest first. @throws ApplicationError 403 for the council and for other departments. */
  async ofDraft(actor: Actor, submission: Pick<Submission, 'id' | 'organisationId' | 'deliveredVersions'>): Promise<DraftLink[]> {
    requirePermission(actor, 'submission.show-draft');
    requireOwnDepartment(actor, submission);
    return this.dataSource.getRepository(DraftLink).find({ where: { submissionId: submission.id }, order: { madeAt: 'DESC', id: 'ASC' } });
  }

  /** @throws ApplicationError 404 for a link of another submission. */
  async one(actor: Actor, submission: Pick<Submission, 'id' | 'organisationId' | 'deliveredVersions'>, id: string): Promise<DraftLink> {
    const link = (await this.ofDraft(actor, submission)).find((candidate) => candidate.id === id);
    if (!link) throw ApplicationError.notFound(words.aLink);
    return link;
  }
}
