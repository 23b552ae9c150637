import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { onceARequest } from '#platform/request-memo/request-memo.js';
import { type CommentThread, threadsOf } from './comment-threads.js';
import { SectionComment } from './section-comment.entity.js';

/** Reads of comments: for people of the submission's own department, and nobody else. */
@Injectable()
export class CommentsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ApplicationError 403 for the council and for other departments. */
  async threads(actor: Actor, submission: Pick<Submission, 'id' | 'organisationId' | 'deliveredVersions'>): Promise<CommentThread[]> {
    requirePermission(actor, 'submission.comment');
    requireOwnDepartment(actor, submission);
    const said = await onceARequest(`comments ${submission.id}`, () =>
      this.dataSource.getRepository(SectionComment).find({ where: { submissionId: submission.id }, order: { sequence: 'ASC' } }),
    );
    return threadsOf(said);
  }

  /** Everything that was said by one link, in the order of the saying. */
  async byLink(draftLinkId: string): Promise<SectionComment[]> {
    return this.dataSource.getRepository(SectionComment).find({ where: { draftLinkId }, order: { sequence: 'ASC' } });
  }

  /** Whom a comment can ask: everybody else of the department with an account. */
  async colleagues(actor: Actor, { organisationId }: Pick<Submission, 'organisationId'>): Promise<User[]> {
    requirePermission(actor, 'submission.comment');
    const people = await this.dataSource.getRepository(User).find({ where: { organisationId, disabledAt: IsNull() }, order: { name: 'ASC' } });
    return people.filter(({ id, roles }) => id !== actor.id && (roles.includes('official') || roles.includes('sro')));
  }
}
