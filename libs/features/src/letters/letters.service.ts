import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { letterBlockers, type LetterContent } from '#domain/letters/letter-blockers.js';
import { ROLES } from '#domain/access/roles.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertEvent } from '#features/alerts/alert-event.entity.js';
import { councilReaders, departmentReaders } from '#features/alerts/alert-recipients.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Notices } from '#features/notifications/notices.service.js';
import { LETTER_PUBLISHED } from '#features/notifications/texts/letters.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Letter } from './letter.entity.js';
import { tellOfDraft } from './letter-drafted.js';
import { authorOf, contentOf, keepDraft, keepVersion, mayDrop, officeOf, requireDraft } from './letter-keeping.js';
import { addresseesInWords, newsOf } from './letter-names.js';
import { lettersPaths } from './letters.paths.js';
import { lettersWords as words } from './letters.words.js';

/** A letter whose page somebody has open. */
export interface OpenedLetter {
  reference: string;
  rowVersion: number;
}

/** The council's letters: written, changed with versions, signed and published by a member. */
@Injectable()
export class LettersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** Saved unfinished too. @param about reference of an alert; '' for none. @throws ApplicationError 403 for one on the department that they come from, 422 */
  async write(actor: Actor, content: LetterContent, about: string): Promise<Letter> {
    requirePermission(actor, 'letter.write');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'LETTER_SAVED', subject: 'letter:new' }, async (tx) => {
      const alert = about === '' ? null : await tx.repository(Alert).findOneBy({ reference: about });
      if (about !== '' && !alert) throw ApplicationError.invalid([{ code: 'alert-unknown', message: words.unknownAlert, field: 'about' }]);
      if (alert) requireOwnHands(actor, alert);
      const subject = { kind: 'general', alertId: alert?.id ?? null, missionId: alert?.missionId ?? null, organisationId: alert?.organisationId ?? null } as const;
      const letter = await keepDraft(tx, subject, content, actor.id);
      await tellOfDraft(tx, this.notices, letter, actor);
      tx.describe({ letter: letter.reference }, `letter:${letter.id}`);
      return letter;
    });
  }

  /** @throws ApplicationError 409 where somebody was faster, or it is published */
  async edit(actor: Actor, opened: OpenedLetter, content: LetterContent): Promise<void> {
    requirePermission(actor, 'letter.write');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'LETTER_SAVED', subject: `letter:${opened.reference}` }, async (tx) => {
      const letter = await take(tx, opened);
      requireOwnHands(actor, letter);
      const saved = await tx.repository(Letter).save(Object.assign(letter, contentOf(content)));
      await keepVersion(tx, saved, actor.id);
      tx.describe({ letter: opened.reference }, `letter:${letter.id}`);
    });
  }

  /** A member's or the chair's signature: the letter is public from this moment and never changes. @throws ApplicationError 403, 409, 422 with what it lacks */
  async publish(actor: Actor, opened: OpenedLetter): Promise<void> {
    requirePermission(actor, 'letter.sign');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'LETTER_PUBLISHED', subject: `letter:${opened.reference}` }, async (tx) => {
      const letter = await take(tx, opened);
      requireOwnHands(actor, letter);
      const blockers = letterBlockers(letter, letter.kind === 'escalation');
      if (blockers.length > 0) throw ApplicationError.invalid(blockers);
      const today = londonDate(tx.now);
      const days = letter.answerWorkingDays;
      const office = await officeOf(tx, actor.organisationId);
      const answerDueOn = days === null ? null : (await this.calendars.of('england', tx.manager)).after(today, days);
      const role = actor.roles.includes('council-chair') ? ROLES['council-chair'] : ROLES['council-member'];
      Object.assign(letter, { status: 'published', signedBy: actor.id, signedAs: [role, office].filter(Boolean).join(', '), publishedAt: tx.now, answerDueOn });
      const saved = await tx.repository(Letter).save(letter);
      if (saved.alertId) await this.tellTimeline(tx, actor, saved, office);
      const [council, department] = [await councilReaders(tx), await departmentReaders(tx, saved.organisationId)];
      const readers = { people: [...council.people, ...department.people], ...(department.mailboxes ? { mailboxes: department.mailboxes } : {}) };
      await this.notices.tell(tx, LETTER_PUBLISHED, readers, newsOf(saved), { about: `letter:${saved.id}`, path: lettersPaths.show(saved.reference) });
      tx.describe({ letter: saved.reference, kind: saved.kind, answerDueOn }, `letter:${saved.id}`);
    });
  }

  /** Whoever wrote a draft, or a chair, lets it go with a reason; it is kept. @throws ApplicationError 403, 409, 422 */
  async drop(actor: Actor, opened: OpenedLetter, reason: string): Promise<void> {
    requirePermission(actor, 'letter.write');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'LETTER_DROPPED', subject: `letter:${opened.reference}` }, async (tx) => {
      const letter = await take(tx, opened);
      requireOwnHands(actor, letter);
      if (!mayDrop(actor, await authorOf(tx.manager, letter.id))) throw ApplicationError.forbidden(words.notTheirs, 'not-yours');
      const dropReason = reason.trim();
      if (dropReason === '') throw ApplicationError.invalid([{ code: 'reason-missing', message: words.reasonMissing, field: 'reason' }]);
      await tx.repository(Letter).save(Object.assign(letter, { status: 'dropped', droppedBy: actor.id, droppedAt: tx.now, dropReason }));
      tx.describe({ letter: letter.reference, reason: dropReason }, `letter:${letter.id}`);
    });
  }

  private async tellTimeline(tx: Transaction, actor: Actor, letter: Letter, office: string): Promise<void> {
    const alert = await tx.repository(Alert).findOneOrFail({ where: { id: letter.alertId ?? '' }, lock: { mode: 'pessimistic_write' } });
    const text = words.event(letter.reference, addresseesInWords(letter.addressees), letter.answerDueOn && longDate(letter.answerDueOn));
    await tx.repository(AlertEvent).save({ alertId: alert.id, action: 'letter', toStatus: alert.status, actorId: actor.id, actorOffice: office, text, at: tx.now });
  }
}

/** Locks the row, so that of two at once the second sees what the first has done. */
async function take(tx: Transaction, { reference, rowVersion }: OpenedLetter): Promise<Letter> {
  const letter = await tx.repository(Letter).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
  if (!letter) throw ApplicationError.notFound(words.theLetter);
  requireDraft(letter);
  if (letter.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
  return letter;
}

/** Nobody writes or signs a letter about the department that they come from. */
function requireOwnHands(actor: Actor, { organisationId }: Pick<Letter, 'organisationId'>): void {
  if (organisationId !== null && (actor.homeOrganisationId === organisationId || actor.organisationId === organisationId)) throw ApplicationError.forbidden(words.notYours, 'own-department');
}
