import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { sectionPart } from '#domain/submissions/section-parts.js';
import { type SubmissionContent } from '#domain/submissions/submission-content.js';
import { type GivenReason, type SubmissionKind, type SubmissionSection } from '#domain/submissions/submission-status.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DeclinedSection } from './declined-section.entity.js';
import { DeclineReply } from './decline-reply.entity.js';
import { type SubmissionEvent } from './submission-event.entity.js';
import { checksumOf } from './content-checksum.js';
import { submissionsWords as words } from './submissions.words.js';

/** A section that was declined by name and what has become of it. */
export interface ResetSection {
  id: string;
  section: string;
  title: string;
  reason: string;
  /** Does it read otherwise than when it was declined? */
  changed: boolean;
  /** What the department answered instead of changing it, the newest; null where it has not. */
  reply: DeclineReply | null;
}

/** What stands in a submission: whose kind, in which words, with which sections. */
interface Written {
  kind: SubmissionKind;
  content: SubmissionContent;
  sections: readonly SubmissionSection[];
}

/** The sections that an SRO named in declining. */
@Injectable()
export class DeclinedSections {
  /** Keeps how the named sections read when they were declined. */
  async keep(tx: Transaction, submissionId: string, eventId: string, reasons: readonly GivenReason[], { kind, content }: Omit<Written, 'sections'>): Promise<void> {
    for (const { section, text } of reasons) {
      if (section === null) continue;
      const checksum = checksumOf(sectionPart(kind, content, section));
      await tx.repository(DeclinedSection).insert({ submissionId, eventId, section, reason: text, checksum });
    }
  }

  /**
   * What the last decline named, in the order of the sections, until the next delivery.
   * @param events the history, oldest first
   */
  async resetSections(manager: EntityManager, events: readonly Pick<SubmissionEvent, 'id' | 'action'>[], { kind, content, sections }: Written): Promise<ResetSection[]> {
    const decline = lastDecline(events);
    if (!decline) return [];
    const declined = await manager
      .createQueryBuilder(DeclinedSection, 'declined')
      .leftJoinAndMapMany('declined.replies', DeclineReply, 'reply', 'reply.declinedSectionId = declined.id')
      .where('declined.eventId = :eventId', { eventId: decline.id })
      .orderBy('reply.repliedAt', 'DESC')
      .getMany() as (DeclinedSection & { replies: DeclineReply[] })[];
    return sections.flatMap(({ key, title }) => {
      const named = declined.find(({ section }) => section === key);
      if (!named) return [];
      const changed = checksumOf(sectionPart(kind, content, key)) !== named.checksum;
      return [{ id: named.id, section: key, title, reason: named.reason, changed, reply: named.replies[0] ?? null }];
    });
  }
}

/** The decline that the department still has before it: the last one since the last delivery. @param events oldest first */
export function lastDecline<Event extends Pick<SubmissionEvent, 'action'>>(events: readonly Event[]): Event | undefined {
  const delivered = events.findLastIndex(({ action }) => action === 'submit');
  return events.slice(delivered + 1).findLast(({ action }) => action === 'decline');
}

/** What stands against sending it to the SRO again: each section that they named and that is neither changed nor answered. */
export function unsettled(reset: readonly ResetSection[]): Refusal[] {
  return reset
    .filter(({ changed, reply }) => !changed && reply === null)
    .map(({ section, title }) => ({ code: 'declined-unchanged', message: words.reset.unsettled(title), field: `replies.${section}` }));
}
