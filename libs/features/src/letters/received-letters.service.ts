import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { attachmentNameFault } from '#domain/attachments/attachment-name.js';
import { type ReceivedLetter, receivedBlockers } from '#domain/letters/letter-blockers.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertEvent } from '#features/alerts/alert-event.entity.js';
import { councilReaders, departmentReaders } from '#features/alerts/alert-recipients.js';
import { Notices } from '#features/notifications/notices.service.js';
import { LETTER_RECEIVED } from '#features/notifications/texts/letters.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { FileInspector } from '#platform/inspection/file-inspector.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type ReceivedFile } from '#platform/uploads/received-file.js';
import { VirusScanner } from '#platform/virus-scan/virus-scanner.js';
import { Letter } from './letter.entity.js';
import { LetterFile } from './letter-file.entity.js';
import { officeOf } from './letter-keeping.js';
import { newsOf } from './letter-names.js';
import { lettersPaths } from './letters.paths.js';
import { lettersWords as words } from './letters.words.js';

const PDF = 'application/pdf';

/** Letters that the council was sent, as its own people record them: published at once, and word for word the same from then on. */
@Injectable()
export class ReceivedLettersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspector: FileInspector,
    private readonly scanner: VirusScanner,
    private readonly notices: Notices,
  ) {}

  /** @param answers reference of the council's letter that it answers; '' for none. @throws ApplicationError 422 with what is missing or wrong */
  async record(actor: Actor, received: ReceivedLetter, answers: string, file?: ReceivedFile): Promise<Letter> {
    requirePermission(actor, 'letter.record');
    const faults = file ? await this.faultsOf(file) : [];
    return this.unitOfWork.run({ actor: auditName(actor), event: 'LETTER_RECORDED', subject: 'letter:new' }, async (tx) => {
      const today = londonDate(tx.now);
      const asked = answers === '' ? null : await tx.repository(Letter).findOneBy({ reference: answers, direction: 'out', status: 'published' });
      const writtenOn = asked?.publishedAt ? londonDate(asked.publishedAt) : null;
      const unknown = answers !== '' && !asked ? [{ code: 'answers-unknown', message: words.receive.unknownAnswer, field: 'answers' }] : [];
      const reasons = [...unknown, ...receivedBlockers(received, today, writtenOn), ...faults];
      if (reasons.length > 0) throw ApplicationError.invalid(reasons);
      const letters = tx.repository(Letter);
      const office = await officeOf(tx, actor.organisationId);
      const letter = await letters.save(
        letters.create({
          reference: shortReference('LT', today), direction: 'in', kind: 'general', status: 'published', alertId: asked?.alertId ?? null, missionId: asked?.missionId ?? null,
          organisationId: asked?.organisationId ?? null, answersId: asked?.id ?? null, subject: received.subject.trim(), sender: received.sender.trim(), body: received.body.trim(),
          receivedOn: received.receivedOn, signedBy: actor.id, signedAs: office, createdAt: tx.now, publishedAt: tx.now,
        }),
      );
      if (file) await tx.repository(LetterFile).insert({ letterId: letter.id, name: file.sentName, type: PDF, checksum: file.checksum, bytes: await readFile(file.path) });
      await this.tell(tx, letter, asked, office);
      tx.describe({ letter: letter.reference, answers: asked?.reference ?? null, file: file?.checksum ?? null }, `letter:${letter.id}`);
      return letter;
    });
  }

  private async tell(tx: Transaction, letter: Letter, asked: Letter | null, office: string): Promise<void> {
    if (asked?.alertId) {
      const alert = await tx.repository(Alert).findOneOrFail({ where: { id: asked.alertId }, lock: { mode: 'pessimistic_write' } });
      const text = words.receivedEvent(letter.reference, letter.sender ?? '', asked.reference);
      await tx.repository(AlertEvent).save({ alertId: alert.id, action: 'letter-in', toStatus: alert.status, actorId: null, actorOffice: office, text, at: tx.now });
    }
    const [council, department] = [await councilReaders(tx), await departmentReaders(tx, letter.organisationId)];
    await this.notices.tell(tx, LETTER_RECEIVED, { people: [...council.people, ...department.people] }, newsOf(letter), { about: `letter:${letter.id}`, path: lettersPaths.show(letter.reference) });
  }

  private async faultsOf(file: ReceivedFile): Promise<Reason[]> {
    const name = attachmentNameFault(file.sentName);
    if (name) return [name];
    if (!file.sentName.toLowerCase().endsWith('.pdf')) return [{ code: 'file-type', message: words.receive.onlyPdf, field: 'file' }];
    const { fault } = await this.inspector.inspect({ path: file.path, kind: 'pdf' });
    if (fault) return [{ ...fault, field: 'file' }];
    return this.scanner.isConfigured && !(await this.isClean(file)) ? [{ code: 'file-virus', message: words.receive.virus, field: 'file' }] : [];
  }

  /** A file that nobody has looked into is not published: an answer that does not come is no. */
  private async isClean(file: ReceivedFile): Promise<boolean> {
    try {
      return (await this.scanner.scan(file.path)).clean;
    } catch {
      return false;
    }
  }
}
