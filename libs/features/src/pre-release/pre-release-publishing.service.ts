import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { PlaceRepliesService } from '#features/places/place-replies.service.js';
import { Release } from '#features/releases/release.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { PreReleaseWindow } from './pre-release-window.entity.js';

interface StandingComment {
  areaId: number;
  metricId: number;
  words: string;
  organisationId: string;
  organisationName: string;
  authorId: string;
}

/** Publishes what places have written, whole, when the hour of the release has come: never before, and once. */
@Injectable()
export class PreReleasePublishingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly replies: PlaceRepliesService,
  ) {}

  /** @returns how many windows it closed. */
  async run(now: Date): Promise<number> {
    const due = await this.unitOfWork.reader.find(PreReleaseWindow, { where: { publishedAt: IsNull(), release: { publishedAt: LessThanOrEqual(now) } }, order: { id: 'ASC' } });
    const turns = new EachInTurn();
    await turns.run(due, ({ id }) => `pre-release:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: 'job:watch-pre-release', event: 'PRE_RELEASE_PUBLISHED', subject: `pre-release:${id}` }, async (tx) => {
        const window = await tx.repository(PreReleaseWindow).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
        const release = await tx.repository(Release).findOneOrFail({ where: { id: window.releaseId }, lock: { mode: 'pessimistic_read' } });
        if (window.publishedAt !== null || release.publishedAt === null || release.publishedAt > tx.now) return 0;
        const comments = await standing(tx, id);
        for (const comment of comments) await this.replies.publishInTransaction(tx, comment);
        await tx.repository(PreReleaseWindow).update({ id }, { publishedAt: tx.now });
        tx.describe({ comments: comments.length });
        return 1;
      }),
    );
    return turns.finish();
  }
}

/** The newest words on each figure; those of somebody who no longer speaks for the place are left out whole. */
async function standing(tx: Transaction, windowId: string): Promise<StandingComment[]> {
  return tx.manager.query(
    `SELECT c.area_id AS "areaId", c.metric_id AS "metricId", c.words, c.organisation_id AS "organisationId", o.name AS "organisationName", c.author_id AS "authorId"
       FROM (SELECT DISTINCT ON (organisation_id, metric_id) * FROM pre_release_comments WHERE window_id = $1 ORDER BY organisation_id, metric_id, id DESC) c
       JOIN organisations o ON o.id = c.organisation_id
       JOIN users u ON u.id = c.author_id AND u.organisation_id = o.id AND u.disabled_at IS NULL AND 'place-official' = ANY (u.roles)
       JOIN areas a ON a.id = c.area_id AND a.code = o.area_code
      WHERE c.words IS NOT NULL ORDER BY c.id`,
    [windowId],
  );
}
