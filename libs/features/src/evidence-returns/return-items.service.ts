import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { MOST_ITEMS } from '#domain/evidence-returns/answer-limits.js';
import { type SaidOfStep, type WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DraftWriter, newId, type OpenedReturn } from './draft-writer.js';
import { evidenceReturnsWords as words } from './evidence-returns.words.js';

/** Lists that are edited one item a page. */
interface Lists {
  departures: EvidenceReturnAnswers['departures'][number];
  evidence: EvidenceReturnAnswers['evidence'][number];
  risks: EvidenceReturnAnswers['risks'][number];
  steps: EvidenceReturnAnswers['steps'][number];
  lastSteps: SaidOfStep;
}
export type ItemList = keyof Lists;

/** Adds, changes and removes one item of a draft's lists. */
@Injectable()
export class ReturnItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writer: DraftWriter,
  ) {}

  /**
   * Puts an item in the place of the one with its key, or at the end; without a key (`''`) it is a new one.
   * @throws ApplicationError as `DraftWriter.write`; the reasons name the item's own fields: `claim`, `owner`.
   */
  async put<List extends ItemList>(actor: Actor, opened: OpenedReturn, list: List, item: Lists[List]): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EVIDENCE_RETURN_SAVED', subject: `submission:${opened.id}` }, async (tx) => {
      try {
        return await this.writer.write(tx, actor, opened, ({ draft }) => {
          const stored = draft[list] as Lists[List][];
          const known = stored.some((other) => keyOf(other) === keyOf(item));
          if (keyOf(item) !== '' && !known && list !== 'departures' && list !== 'lastSteps') throw ApplicationError.conflict(words.items.gone);
          const fresh = keyOf(item) === '' ? { ...item, id: newId() } : item;
          const items = known ? stored.map((other) => (keyOf(other) === keyOf(item) ? item : other)) : [...stored, fresh];
          if (items.length > MOST_ITEMS) throw ApplicationError.invalid([{ code: 'too-many', message: words.items.tooMany(MOST_ITEMS) }]);
          return { answers: { [list]: items } as WrittenAnswers, checked: { [list]: [item] } as WrittenAnswers };
        });
      } catch (error) {
        throw ownFields(error, `${list}.`);
      }
    });
  }

  /** @throws ApplicationError as `DraftWriter.write`; one that is gone already changes nothing. */
  async remove(actor: Actor, opened: OpenedReturn, list: ItemList, key: string): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EVIDENCE_RETURN_SAVED', subject: `submission:${opened.id}` }, (tx) =>
      this.writer.write(tx, actor, opened, ({ draft }) => {
        const stored = draft[list] as Lists[ItemList][];
        return { answers: { [list]: stored.filter((other) => keyOf(other) !== key) } as WrittenAnswers, checked: {} };
      }),
    );
  }
}

/** What tells an item from the others of its list: its id, a figure's target, a promise's step. */
export function keyOf(item: Lists[ItemList]): string {
  if ('target' in item) return item.target;
  return 'step' in item ? item.step : item.id;
}

/** `evidence.0.claim` as the page of the one item calls it: `claim`. */
function ownFields(error: unknown, prefix: string): unknown {
  if (!(error instanceof ApplicationError) || error.kind !== 'invalid') return error;
  const reasons = error.reasons.map((reason) => (reason.field?.startsWith(prefix) ? { ...reason, field: reason.field.split('.').at(-1) ?? '' } : reason));
  return ApplicationError.invalid(reasons, error.message);
}
