import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { findingFaults } from '#domain/mission-quality/finding-faults.js';
import { inForceOn } from '#domain/mission-quality/open-parts.js';
import { publishFaults } from '#domain/mission-quality/publish-faults.js';
import { FINDING_FIELDS, type QualitySection } from '#domain/mission-quality/quality-section.js';
import { requirePermission } from '#features/access/access.guard.js';
import { MissionsQueries } from '#features/missions/missions.queries.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { draftOf, missionOf, nextNumber, note, requireVersion } from './draft-taking.js';
import { firstFindings, reviewedClauses } from './first-findings.js';
import { QualityFindingRow } from './quality-finding.entity.js';
import { QualityReview } from './quality-review.entity.js';
import { type PublishedVersion, QualityReviewsQueries } from './quality-reviews.queries.js';

/** What was typed into a finding's form. */
export interface FindingInput {
  values: Readonly<Record<string, string>>;
  pages: string;
  rowVersion: number;
}

type Publication = Pick<QualityReview, 'status' | 'number' | 'effectiveOn' | 'publishedBy' | 'publisherName' | 'publishedAt'>;

/** The council writes its review of a mission as a draft, finding by finding, and publishes it as a version that never changes. */
@Injectable()
export class QualityReviewsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: QualityReviewsQueries,
    private readonly missions: MissionsQueries,
    private readonly clock: Clock,
  ) {}

  /** Begins the next version: with what the standing one says, or with the terms and clauses of the mission's own text. */
  async start(actor: Actor, missionId: string): Promise<void> {
    await this.requireWriter(actor, missionId);
    await this.unitOfWork.run({ actor: auditName(actor), event: 'QUALITY_REVIEW_STARTED', subject: `mission:${missionId}` }, async (tx) => {
      const mission = await missionOf(tx, missionId);
      if (await this.reviews.draft(missionId, tx.manager)) throw ApplicationError.conflict('A draft of this review has been started already', 'draft-exists');
      const standing = inForceOn<PublishedVersion>(await this.reviews.published(missionId), londonDate(tx.now));
      const draft = await tx.repository(QualityReview).save({ missionId, number: null, status: 'draft', source: null, fileChecksum: null, effectiveOn: null, editedBy: actor.id, startedAt: tx.now, publishedBy: null, publisherName: null, publishedAt: null });
      const findings = standing ? standing.findings.map(({ id: _, reviewId: __, ...finding }) => finding) : firstFindings(mission, { actor, at: tx.now });
      await tx.repository(QualityFindingRow).insert(findings.map((finding) => ({ ...finding, reviewId: draft.id })));
      await note(tx, actor, { reviewId: draft.id, action: 'start' });
      tx.describe({ mission: mission.slug, from: standing?.number ?? null }, `quality-review:${draft.id}`);
    });
  }

  async add(actor: Actor, missionId: string, section: QualitySection, input: FindingInput): Promise<void> {
    await this.requireWriter(actor, missionId);
    await this.change({ actor, missionId, rowVersion: input.rowVersion, event: 'QUALITY_FINDING_ADDED' }, async (tx, draft) => {
      const values = await checked(tx, missionId, section, input);
      const position = Math.max(0, ...draft.findings.filter((finding) => finding.section === section).map((finding) => finding.position)) + 1;
      await tx.repository(QualityFindingRow).insert({ reviewId: draft.id, section, position, values, pages: pagesOf(input), ...signature(actor, tx) });
      await note(tx, actor, { reviewId: draft.id, action: 'add', section, values });
    });
  }

  async edit(actor: Actor, missionId: string, findingId: string, input: FindingInput): Promise<void> {
    await this.requireWriter(actor, missionId);
    await this.change({ actor, missionId, rowVersion: input.rowVersion, event: 'QUALITY_FINDING_CHANGED' }, async (tx, draft) => {
      const finding = findingIn(draft, findingId);
      const values = await checked(tx, missionId, finding.section, input);
      await tx.repository(QualityFindingRow).update({ id: finding.id }, { values, pages: pagesOf(input), ...signature(actor, tx) });
      await note(tx, actor, { reviewId: draft.id, action: 'change', section: finding.section, values });
    });
  }

  async remove(actor: Actor, missionId: string, findingId: string, rowVersion: number): Promise<void> {
    await this.requireWriter(actor, missionId);
    await this.change({ actor, missionId, rowVersion, event: 'QUALITY_FINDING_REMOVED' }, async (tx, draft) => {
      const finding = findingIn(draft, findingId);
      await tx.repository(QualityFindingRow).delete({ id: finding.id });
      await note(tx, actor, { reviewId: draft.id, action: 'remove', section: finding.section, values: finding.values });
    });
  }

  /** Publishes the draft: from today on the mission's verdict goes by the terms and clauses that it lists. @returns its number */
  async publish(actor: Actor, missionId: string, rowVersion: number): Promise<number> {
    requirePermission(actor, 'quality-review.publish');
    await this.requireWriter(actor, missionId);
    let published = 0;
    await this.change({ actor, missionId, rowVersion, event: 'QUALITY_REVIEW_PUBLISHED' }, async (tx, draft) => {
      const mission = await missionOf(tx, missionId);
      const faults = publishFaults(draft.findings, reviewedClauses(mission));
      if (faults.length > 0) throw ApplicationError.invalid(faults);
      const number = await nextNumber(tx, missionId);
      published = number;
      await note(tx, actor, { reviewId: draft.id, action: 'publish' });
      tx.describe({ mission: mission.slug, number });
      return { status: 'published' as const, number, effectiveOn: londonDate(tx.now), publishedBy: actor.id, publisherName: actor.name, publishedAt: tx.now };
    });
    return published;
  }

  private async change(
    { actor, missionId, rowVersion, event }: { actor: Actor; missionId: string; rowVersion: number; event: string },
    work: (tx: Transaction, draft: QualityReview) => Promise<Partial<Publication> | void>,
  ): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event, subject: `mission:${missionId}` }, async (tx) => {
      const draft = await draftOf(tx, missionId);
      requireVersion(draft, rowVersion);
      const published = await work(tx, draft);
      // the row's version counts every change of a finding
      await tx.repository(QualityReview).update({ id: draft.id }, { editedBy: actor.id, ...published });
      tx.describe({}, `quality-review:${draft.id}`);
    });
  }

  /** The council's roles, and nobody who comes from the department that leads the mission. */
  private async requireWriter(actor: Actor, missionId: string): Promise<void> {
    requirePermission(actor, 'quality-review.write');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('Only people of the council write its reviews');
    const lead = await this.missions.leadOn(missionId, this.clock.today());
    if (lead && [actor.homeOrganisationId, actor.organisationId].includes(lead.id)) {
      throw ApplicationError.forbidden('You come from the department that leads this mission, so you cannot review it for the council', 'own-department');
    }
  }
}

async function checked(tx: Transaction, missionId: string, section: QualitySection, { values, pages }: FindingInput): Promise<Record<string, string>> {
  const kept = Object.fromEntries(FINDING_FIELDS[section].map(({ name }) => [name, (values[name] ?? '').replaceAll('\r\n', '\n').trim()]));
  const faults = findingFaults({ section, values: kept }, reviewedClauses(await missionOf(tx, missionId)), londonDate(tx.now));
  const long = pages.trim().length > 100 ? [{ code: 'too-long', message: 'Enter 100 characters or fewer', field: 'pages' }] : [];
  if (faults.length + long.length > 0) throw ApplicationError.invalid([...faults, ...long]);
  return kept;
}

function signature(actor: Actor, tx: Transaction): Pick<QualityFindingRow, 'writtenBy' | 'writerName' | 'writtenAt'> {
  return { writtenBy: actor.id, writerName: actor.name, writtenAt: tx.now };
}

function pagesOf({ pages }: FindingInput): string | null {
  return pages.trim() === '' ? null : pages.trim();
}

function findingIn(draft: QualityReview, id: string): QualityFindingRow {
  const finding = draft.findings.find((each) => each.id === id);
  if (!finding) throw ApplicationError.notFound('That finding');
  return finding;
}
