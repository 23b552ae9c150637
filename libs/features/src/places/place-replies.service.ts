import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { PlaceReply } from './place-reply.entity.js';
import { placesWords } from './places.words.js';

/** Characters. */
export const LONGEST_REPLY = 2000;

/** Words on the figures of one metric, or on all figures of the place. */
export interface ReplyDraft {
  /** Slug; null for all figures. */
  metric: string | null;
  words: string;
}

/** Right of reply: the place's own council, and nobody else, says its word beside its figures. */
@Injectable()
export class PlaceRepliesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The place of somebody's organisation. @throws ApplicationError where it has none */
  async ownPlace(actor: Actor): Promise<string> {
    requirePermission(actor, 'place.reply');
    const organisation = await this.organisationOf(actor);
    if (!organisation?.areaCode) throw ApplicationError.forbidden(placesWords.reply.noPlace, 'no-place');
    return organisation.areaCode;
  }

  /** @throws ApplicationError where the place is not theirs, or not in the register */
  async requireOwn(actor: Actor, code: string): Promise<{ area: Area; organisation: Organisation }> {
    requirePermission(actor, 'place.reply');
    const area = await this.unitOfWork.reader.getRepository(Area).findOneBy({ code });
    if (!area) throw ApplicationError.notFound('That place');
    const organisation = await this.organisationOf(actor);
    if (organisation?.kind !== 'sub-national' || organisation.areaCode !== code) throw ApplicationError.forbidden(placesWords.reply.notYours, 'not-yours');
    return { area, organisation };
  }

  /** Refuses what could not be published. @throws ApplicationError naming the field */
  requireWords({ words }: ReplyDraft): void {
    const message = words.trim() === '' ? placesWords.reply.empty : words.length > LONGEST_REPLY ? placesWords.reply.tooLong(LONGEST_REPLY) : undefined;
    if (message) throw ApplicationError.invalid([{ code: 'words', message, field: 'words' }]);
  }

  /** Publishes a reply; one that stands already on the same figures gives way to it, and is kept. */
  async publish(actor: Actor, code: string, draft: ReplyDraft): Promise<void> {
    const { area, organisation } = await this.requireOwn(actor, code);
    this.requireWords(draft);
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PLACE_REPLY_PUBLISHED', subject: `place:${code}`, facts: { metric: draft.metric } }, async (tx) => {
      const metric = draft.metric === null ? null : await tx.repository(Metric).findOneBy({ slug: draft.metric });
      if (draft.metric !== null && !metric) throw ApplicationError.notFound('That metric');
      const version = await this.publishInTransaction(tx, {
        areaId: area.id, metricId: metric?.id ?? null, words: draft.words.trim(), organisationId: organisation.id, organisationName: organisation.name, authorId: actor.id,
      });
      tx.describe({ version });
    });
  }

  /** The same in the caller's transaction, for words that were checked before. @returns the version's number */
  async publishInTransaction(tx: Transaction, reply: Pick<PlaceReply, 'areaId' | 'metricId' | 'organisationId' | 'organisationName' | 'authorId'> & { words: string }): Promise<number> {
    const version = ((await lastVersion(tx, reply.areaId, reply.metricId))?.version ?? 0) + 1;
    await tx.repository(PlaceReply).insert({ ...reply, version, publishedAt: tx.now, withdrawnAt: null });
    return version;
  }

  /** Withdraws a standing reply; that it was there, and until when, stays in the table. @throws ApplicationError where it does not stand */
  async withdraw(actor: Actor, code: string, id: number): Promise<void> {
    const { area, organisation } = await this.requireOwn(actor, code);
    await this.unitOfWork.run({ actor: auditName(actor), event: 'PLACE_REPLY_WITHDRAWN', subject: `place:${code}`, facts: { reply: id } }, async (tx) => {
      const reply = await tx.repository(PlaceReply).findOneBy({ id, areaId: area.id });
      if (!reply) throw ApplicationError.notFound('That reply');
      const last = await lastVersion(tx, area.id, reply.metricId);
      if (last?.id !== reply.id || reply.withdrawnAt) throw ApplicationError.conflict(placesWords.reply.gone);
      await tx.repository(PlaceReply).insert({
        areaId: area.id, metricId: reply.metricId, version: reply.version + 1, words: null,
        organisationId: organisation.id, organisationName: organisation.name, authorId: actor.id, publishedAt: reply.publishedAt, withdrawnAt: tx.now,
      });
    });
  }

  private async organisationOf(actor: Actor): Promise<Organisation | null> {
    return actor.organisationId === null ? null : this.unitOfWork.reader.getRepository(Organisation).findOneBy({ id: actor.organisationId });
  }
}

/** Under a lock to the end of the move, so that two versions never bear one number. */
async function lastVersion(tx: Transaction, areaId: number, metricId: number | null): Promise<PlaceReply | null> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark place reply ${areaId}`]);
  return tx.repository(PlaceReply).findOne({ where: { areaId, metricId: metricId ?? IsNull() }, order: { version: 'DESC' } });
}
