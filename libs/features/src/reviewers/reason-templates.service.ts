import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type ReasonTemplateDraft, reasonTemplateFaults } from '#domain/reviewers/reason-template.js';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ReasonTemplate } from './reason-template.entity.js';
import { ReasonTemplateVersion } from './reason-template-version.entity.js';
import { reviewersWords } from './reviewers.words.js';

/** The council's stock of reasons: written, rewritten as a new version, retired and brought back; nothing is deleted. */
@Injectable()
export class ReasonTemplatesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(actor: Actor, draft: ReasonTemplateDraft): Promise<ReasonTemplate> {
    requirePermission(actor, 'reason-template.manage');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'REASON_TEMPLATE_WRITTEN', subject: 'reason-template' }, async (tx) => {
      const words = wordsOf(draft);
      const template = await tx.repository(ReasonTemplate).save({ ...words, version: 1, retiredAt: null });
      await keep(tx, actor, template);
      tx.describe({ version: 1 }, `reason-template:${template.id}`);
      return template;
    });
  }

  /** @throws ApplicationError 409 where somebody rewrote it meanwhile, 422 with faults by field. */
  async rewrite(actor: Actor, id: string, { draft, rowVersion }: { draft: ReasonTemplateDraft; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'reason-template.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REASON_TEMPLATE_WRITTEN', subject: `reason-template:${id}` }, async (tx) => {
      const template = await take(tx, id, rowVersion);
      if (template.retiredAt) throw ApplicationError.conflict(reviewersWords.templates.isRetired);
      const saved = await tx.repository(ReasonTemplate).save(Object.assign(template, wordsOf(draft), { version: template.version + 1 }));
      await keep(tx, actor, saved);
      tx.describe({ version: saved.version });
    });
  }

  /** Takes it out of the lists of the decision's page, or puts it back. */
  async setRetired(actor: Actor, id: string, { retired, rowVersion }: { retired: boolean; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'reason-template.manage');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REASON_TEMPLATE_RETIRED', subject: `reason-template:${id}` }, async (tx) => {
      const template = await take(tx, id, rowVersion);
      await tx.repository(ReasonTemplate).save(Object.assign(template, { retiredAt: retired ? tx.now : null }));
      tx.describe({ retired });
    });
  }
}

/** Titles of every section that a delivery of some kind has, by key. */
export function sectionTitles(): ReadonlyMap<string, string> {
  return new Map([...sectionsOf('evidence-return'), ...sectionsOf('delivery-plan')].map(({ key, title }) => [key, title]));
}

function wordsOf(draft: ReasonTemplateDraft): ReasonTemplateDraft {
  const faults: Reason[] = reasonTemplateFaults(draft, [...sectionTitles().keys()]);
  if (faults.length > 0) throw ApplicationError.invalid(faults);
  return { title: draft.title.trim(), section: draft.section, text: draft.text.replaceAll('\r\n', '\n').trim() };
}

async function take({ manager }: Transaction, id: string, rowVersion: number): Promise<ReasonTemplate> {
  const template = await manager.findOne(ReasonTemplate, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!template) throw ApplicationError.notFound(reviewersWords.templates.aTemplate);
  if (template.rowVersion !== rowVersion) throw ApplicationError.conflict(reviewersWords.templates.changed);
  return template;
}

async function keep(tx: Transaction, actor: Actor, { id, version, title, section, text }: ReasonTemplate): Promise<void> {
  await tx.repository(ReasonTemplateVersion).insert({ templateId: id, number: version, title, section, text, writtenBy: actor.id, writtenByName: actor.name, writtenAt: tx.now });
}
