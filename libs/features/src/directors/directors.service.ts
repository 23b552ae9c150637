import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { directorBlockers, type DirectorDraft } from '#domain/directors/director-blockers.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { Area } from '#features/areas/area.entity.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DirectorEvent } from './director-event.entity.js';
import { Director } from './director.entity.js';

export interface DirectorEntry extends DirectorDraft {
  /** Id of the account; '' for none. */
  userId: string;
}

/** The directory of directors, as the administrator keeps it; every change leaves the entry as it was. */
@Injectable()
export class DirectorsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(actor: Actor, entry: DirectorEntry): Promise<void> {
    requirePermission(actor, 'director.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DIRECTOR_ADDED', subject: 'director:new' }, (tx) => write(tx, actor, {}, entry));
  }

  /** @throws ApplicationError 404 unknown, 409 changed since the page was opened, 422 naming each field */
  async change(actor: Actor, { id, rowVersion }: { id: string; rowVersion: number }, entry: DirectorEntry): Promise<void> {
    requirePermission(actor, 'director.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DIRECTOR_CHANGED', subject: `director:${id}` }, async (tx) => {
      const known = await tx.repository(Director).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!known) throw ApplicationError.notFound('That director');
      if (known.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this entry since you opened it');
      await write(tx, actor, known, entry);
    });
  }
}

async function write(tx: Transaction, actor: Actor, known: Partial<Director>, { userId, ...draft }: DirectorEntry): Promise<void> {
  const found = new Set((await tx.repository(Area).findBy({ code: In([...draft.places]) })).map(({ code }) => code));
  const account = userId === '' ? null : await directorAccount(tx, userId);
  const reasons: Reason[] = [
    ...directorBlockers(draft, draft.places.filter((code) => !found.has(code))),
    ...(userId !== '' && !account ? [{ code: 'account-unknown', message: 'Select an account that is a director’s', field: 'userId' }] : []),
  ];
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
  const entry = { name: draft.name.trim(), places: [...draft.places], contact: draft.contact.trim(), appointedBy: draft.appointedBy.trim(), since: draft.since, until: draft.until === '' ? null : draft.until };
  const { id } = await tx.repository(Director).save({ ...known, ...entry, userId: account?.id ?? null });
  await tx.repository(DirectorEvent).insert({ directorId: id, entry, actorId: actor.kind === 'user' ? actor.id : null, actorName: await nameWithOffice(tx, actor), at: tx.now });
  tx.describe({ places: entry.places }, `director:${id}`);
}

async function directorAccount(tx: Transaction, id: string): Promise<User | null> {
  if (!isUUID(id)) return null;
  return tx.repository(User).createQueryBuilder('person').where(`person.id = :id AND 'director' = ANY (person.roles) AND person.disabledAt IS NULL`, { id }).getOne();
}
