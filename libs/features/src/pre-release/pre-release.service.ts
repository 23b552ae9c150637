import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { isWindowOpen, opensAt, windowBlockers } from '#domain/pre-release/pre-release-window.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { Notices } from '#features/notifications/notices.service.js';
import { PRE_RELEASE_OPENED } from '#features/notifications/texts/pre-release.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { LONGEST_REPLY } from '#features/places/place-replies.service.js';
import { Release } from '#features/releases/release.entity.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { PreReleaseBody } from './pre-release-body.entity.js';
import { PreReleaseComment } from './pre-release-comment.entity.js';
import { PreReleaseWindow } from './pre-release-window.entity.js';
import { preReleasePaths } from './pre-release.paths.js';
import { PreReleaseQueries } from './pre-release.queries.js';

/** Opens windows before the hour of a release, and takes the comments of the places that are named for them. */
@Injectable()
export class PreReleaseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: PreReleaseQueries,
    private readonly notices: Notices,
  ) {}

  /** Names bodies for a release under embargo, once. @throws ApplicationError 404 unknown, 409 named already, 422 naming each field */
  async open(actor: Actor, releaseId: number, { hours, bodies }: { hours: number; bodies: readonly string[] }): Promise<void> {
    requirePermission(actor, 'observation.import');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PRE_RELEASE_OPENED', subject: `release:${releaseId}` }, async (tx) => {
      const release = await tx.repository(Release).findOne({ where: { id: releaseId }, lock: { mode: 'pessimistic_write' } });
      if (!release) throw ApplicationError.notFound('That release');
      if (await tx.repository(PreReleaseWindow).existsBy({ releaseId })) throw ApplicationError.conflict('Bodies are named for this release already', 'window-open');
      const named = (await tx.repository(Organisation).findBy({ kind: 'sub-national', id: In(bodies.filter((id) => isUUID(id))) })).filter(({ areaCode }) => areaCode !== null);
      const reasons = windowBlockers({ publishedAt: release.publishedAt, hours, bodies: named.length }, tx.now);
      if (reasons.length > 0 || release.publishedAt === null) throw ApplicationError.invalid(reasons);
      const window = await tx.repository(PreReleaseWindow).save({ releaseId, hoursBefore: hours, openedBy: actor.id, openedAt: tx.now, publishedAt: null });
      await tx.repository(PreReleaseBody).insert(named.map(({ id }) => ({ windowId: window.id, organisationId: id })));
      const from = opensAt({ publishedAt: release.publishedAt, hoursBefore: hours }) ?? tx.now;
      for (const { id } of named) {
        const people = await peopleOfOrganisation(tx, id, ['place-official']);
        const news = { from: from < tx.now ? tx.now : from, until: release.publishedAt };
        await this.notices.tell(tx, PRE_RELEASE_OPENED, { people }, news, { about: `pre-release:${window.id}`, path: preReleasePaths.show(window.id) });
      }
      tx.describe({ hours, bodies: named.map(({ slug }) => slug) });
    });
  }

  /** Keeps a comment on a figure of the commenter's own place; empty words take it back. Nothing of it is public before the hour. */
  async comment(actor: Actor, windowId: string, metricSlug: string, words: string): Promise<void> {
    requirePermission(actor, 'place.reply');
    const { window, organisation, figures } = await this.queries.forBody(actor, windowId);
    const figure = figures.find(({ metric }) => metric.slug === metricSlug);
    if (!figure) throw ApplicationError.notFound('That figure');
    const text = words.trim();
    const reasons: Reason[] = text.length > LONGEST_REPLY ? [{ code: 'too-long', message: `Your comment must be ${LONGEST_REPLY.toLocaleString('en-GB')} characters or less`, field: 'words' }] : [];
    if (reasons.length > 0) throw ApplicationError.invalid(reasons);
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PRE_RELEASE_COMMENTED', subject: `pre-release:${windowId}` }, async (tx) => {
      // shared with whoever moves the hour, so that it does not come meanwhile
      const release = await tx.repository(Release).findOneOrFail({ where: { id: window.releaseId }, lock: { mode: 'pessimistic_read' } });
      if (!isWindowOpen({ publishedAt: release.publishedAt, hoursBefore: window.hoursBefore }, tx.now)) throw ApplicationError.conflict('The window is not open', 'window-closed');
      await tx.repository(PreReleaseComment).insert({
        windowId, organisationId: organisation.id, areaId: figure.areaId, metricId: figure.metric.id, words: text === '' ? null : text, authorId: actor.id, writtenAt: tx.now,
      });
      tx.describe({ metric: metricSlug });
    });
  }
}
