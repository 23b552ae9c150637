import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import { type DeliveredContent, promisesOf, sectionTextsOf } from '#domain/reviews/delivery-facts.js';
import { type StatedPromise } from '#domain/reviews/promise-checks.js';
import { type SectionText } from '#domain/reviews/what-changed.js';
import { readContent } from '#domain/submissions/submission-content.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';

/** A delivery of the department, word for word as it was signed. */
export interface DeliveredVersion {
  /** The version's own id. */
  id: string;
  number: number;
  submittedAt: Date;
  delivered: DeliveredContent;
  sections: SectionText[];
}

/** A delivery that another is compared with. */
export interface EarlierDelivery {
  reference: string;
  /** What it covers: "April 2024 to March 2025". */
  label: string;
  number: number;
  /** The council accepted it. */
  accepted: boolean;
  delivered: DeliveredContent;
  sections: SectionText[];
  promises: StatedPromise[];
}

/** Reads of delivered versions, inside a transaction or outside. */
@Injectable()
export class DeliveriesQueries {
  constructor(private readonly dataSource: DataSource) {}

  async version(submission: Submission, number: number, manager: EntityManager = this.dataSource.manager): Promise<DeliveredVersion | null> {
    return (await this.withBefore(submission, number, manager))?.version ?? null;
  }

  /** The delivery of the same submission before this one; null for the first. */
  async before(submission: Submission, number: number, manager: EntityManager = this.dataSource.manager): Promise<EarlierDelivery | null> {
    return (await this.withBefore(submission, number, manager))?.before ?? null;
  }

  /** A delivery with the one before it, in one statement; null where there is no such delivery. */
  async withBefore(
    submission: Submission,
    number: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ version: DeliveredVersion; before: EarlierDelivery | null } | null> {
    const [row, before] = await manager.find(SubmissionVersion, {
      where: { submissionId: submission.id, number: LessThanOrEqual(number) },
      order: { number: 'DESC' },
      take: 2,
    });
    if (row?.number !== number) return null;
    return { version: deliveredVersion(submission, row), before: before ? earlierDelivery(submission, before) : null };
  }

  /** A delivery with the one before it and the last one for the period before, in one statement; null where there is no such delivery. */
  async compared(
    submission: Submission,
    number: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ version: DeliveredVersion; before: EarlierDelivery | null; lastPeriod: EarlierDelivery | null } | null> {
    const last = this.lastPeriodQuery(submission, manager.createQueryBuilder().subQuery().from(SubmissionVersion, 'last').select('last.id'), 'last');
    const rows = await manager
      .createQueryBuilder(SubmissionVersion, 'version')
      .innerJoinAndSelect('version.submission', 'of')
      .where('version.submissionId = :id AND version.number IN (:...numbers)', { id: submission.id, numbers: [number, number - 1] })
      .orWhere(`version.id = ${last.getQuery()}`)
      .setParameters(last.getParameters())
      .getMany();
    const own = rows.filter(({ submissionId }) => submissionId === submission.id);
    const row = own.find((version) => version.number === number);
    if (!row) return null;
    const before = own.find((version) => version.number < number);
    const earlier = rows.find(({ submissionId }) => submissionId !== submission.id);
    return {
      version: deliveredVersion(submission, row),
      before: before ? earlierDelivery(submission, before) : null,
      lastPeriod: earlier ? earlierDelivery(earlier.submission, earlier) : null,
    };
  }

  /**
   * The last delivery for the period before: of the mission for a return, whoever led it then, and of the department for a plan.
   * The accepted version where there is one, else the last that stands; what was withdrawn promises nothing.
   */
  async lastPeriod(submission: Submission, manager: EntityManager = this.dataSource.manager): Promise<EarlierDelivery | null> {
    const row = await this.lastPeriodQuery(submission, manager.createQueryBuilder(SubmissionVersion, 'version'), 'version').addSelect('earlier').getOne();
    return row && earlierDelivery(row.submission, row);
  }

  private lastPeriodQuery({ kind, frameworkId, missionId, organisationId, coversTo }: Submission, query: SelectQueryBuilder<SubmissionVersion>, version: string): SelectQueryBuilder<SubmissionVersion> {
    return query
      .innerJoin(`${version}.submission`, 'earlier')
      .where('earlier.kind = :kind AND earlier.frameworkId = :frameworkId AND earlier.coversTo < :coversTo', { kind, frameworkId, coversTo })
      .andWhere(missionId ? 'earlier.missionId = :missionId' : 'earlier.organisationId = :organisationId', { missionId, organisationId })
      .andWhere(`earlier.standingVersion IS NOT NULL AND ${version}.number = coalesce(earlier.acceptedVersion, earlier.standingVersion)`)
      .orderBy('earlier.coversTo', 'DESC')
      .limit(1);
  }

  /** Ids of everybody of the department's side who wrote, signed, had signed for them, sent or took back any version. */
  async authorsOf(submissionId: string, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(authorsSql('$1'), [submissionId]);
    return rows.map(({ id }) => id);
  }
}

/** Selects the ids of a submission's authors. @param submissionId SQL that gives its id */
export function authorsSql(submissionId: string): string {
  return `SELECT drafted_by AS id FROM submission_versions WHERE submission_id = ${submissionId}
    UNION SELECT signed_by FROM submission_versions WHERE submission_id = ${submissionId}
    UNION SELECT signed_for FROM submission_versions WHERE submission_id = ${submissionId} AND signed_for IS NOT NULL
    UNION SELECT actor_id FROM submission_events WHERE submission_id = ${submissionId} AND actor_id IS NOT NULL
            AND action NOT IN ('start-review', 'hand-back', 'request-changes', 'accept', 'publish-unresolved', 'ask', 'extend')`;
}

function deliveredVersion(submission: Submission, row: SubmissionVersion): DeliveredVersion {
  const delivered = deliveredContent(submission, row);
  return { id: row.id, number: row.number, submittedAt: row.submittedAt, delivered, sections: sectionTextsOf(delivered) };
}

function earlierDelivery(submission: Submission, row: SubmissionVersion): EarlierDelivery {
  const delivered = deliveredContent(submission, row);
  return {
    reference: submission.reference,
    label: submission.coversLabel,
    number: row.number,
    accepted: submission.acceptedVersion === row.number,
    delivered,
    sections: sectionTextsOf(delivered),
    promises: promisesOf(delivered),
  };
}

/** The kind says the shape: contents are written by the kind's own service and never changed afterwards. */
function deliveredContent({ kind }: Submission, { content }: SubmissionVersion): DeliveredContent {
  return { kind, content: readContent(kind, content) } as unknown as DeliveredContent;
}
