import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Mission } from '#features/missions/mission.entity.js';
import { endOfLondonDay, londonDate } from '#platform/clock/clock.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { missionOf, nextNumber, note } from './draft-taking.js';
import { QualityFindingRow } from './quality-finding.entity.js';
import { findingsOf, reviewFileFaults } from './quality-review-file-faults.js';
import { type MissionReviewEntry, QualityReviewFile } from './quality-review-file.js';
import { QualityReview } from './quality-review.entity.js';

/** What an import of a review did. */
export interface QualityReviewImport {
  author: string;
  title: string;
  missions: number;
  /** False where the very same file is loaded already: then nothing was written. */
  changed: boolean;
}

/** Loads a review that somebody has published: a version of its own for each mission, in that author's name. */
@Injectable()
export class QualityReviewImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError naming every fault with its line; then nothing is changed */
  async importFile(actor: Actor, { text }: { fileName: string; text: string }): Promise<QualityReviewImport> {
    requirePermission(actor, 'quality-review.publish');
    const fileChecksum = createHash('sha256').update(text).digest('hex');
    const file = YamlFile.read(QualityReviewFile, text);
    const { review, missions: entries } = file.value;
    const done = { author: review.author, title: review.title, missions: entries.length };
    const move = { actor: auditName(actor), event: 'QUALITY_REVIEW_LOADED', subject: `framework:${review.framework}`, facts: { ...done, fileChecksum } };
    if (await loadedFrom(this.unitOfWork.reader.getRepository(QualityReview), fileChecksum)) return { ...done, changed: false };
    return this.unitOfWork.run(move, async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark quality review ${review.framework}`]);
      if (await loadedFrom(tx.repository(QualityReview), fileChecksum)) return { ...done, changed: false };
      const missions = await tx.repository(Mission).find({ where: { framework: { slug: review.framework } } });
      if (missions.length === 0) throw file.refuse([{ code: 'unknown-framework', path: ['review', 'framework'], message: `there is no framework ${review.framework}` }]);
      const bySlug = new Map(missions.map((mission) => [mission.slug, mission]));
      const faults = reviewFileFaults(file.value, bySlug, londonDate(tx.now));
      if (faults.length > 0) throw file.refuse(faults);
      for (const entry of entries) await this.load(tx, actor, { entry, missionId: bySlug.get(entry.mission)?.id ?? '', review, fileChecksum });
      return { ...done, changed: true };
    });
  }

  private async load(
    tx: Transaction,
    actor: Actor,
    { entry, missionId, review, fileChecksum }: { entry: MissionReviewEntry; missionId: string; review: QualityReviewFile['review']; fileChecksum: string },
  ): Promise<void> {
    await missionOf(tx, missionId);
    const { author, title, publishedOn } = review;
    const reviews = tx.repository(QualityReview);
    const row = await reviews.save({ missionId, number: null, status: 'draft', source: { author, title, publishedOn }, fileChecksum, effectiveOn: null, editedBy: null, startedAt: tx.now, publishedBy: null, publisherName: null, publishedAt: null });
    // its findings are of the day of the document, however late it is loaded
    const written = endOfLondonDay(publishedOn);
    const signed = { writtenBy: null, writerName: author, writtenAt: written < tx.now ? written : tx.now };
    await tx.repository(QualityFindingRow).insert(findingsOf(entry).map(({ section, values, pages, index }) => ({ reviewId: row.id, section, position: index + 1, values, pages, ...signed })));
    await reviews.update({ id: row.id }, { status: 'published', number: await nextNumber(tx, missionId), effectiveOn: publishedOn, publisherName: author, publishedAt: tx.now });
    await note(tx, actor, { reviewId: row.id, action: 'load' });
  }
}

async function loadedFrom(reviews: { existsBy: (where: { fileChecksum: string }) => Promise<boolean> }, fileChecksum: string): Promise<boolean> {
  return reviews.existsBy({ fileChecksum });
}
