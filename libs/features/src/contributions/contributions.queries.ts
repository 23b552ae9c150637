import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, PERMISSIONS } from '#domain/access/permissions.js';
import { positionsTowardsContribution } from '#domain/contributions/contribution-position.js';
import { EVIDENCE_RETURN_SECTIONS } from '#domain/evidence-returns/evidence-return-content.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Target } from '#features/missions/target.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Contribution } from './contribution.entity.js';
import { ContributionEvent } from './contribution-event.entity.js';

/** What a question can be about. */
export interface QuestionSubject {
  key: string;
  label: string;
}

/** A late contribution as everybody may know of it: that it is owed, never what was asked. */
export interface OverdueContribution {
  organisation: { slug: string; name: string };
  department: string;
  framework: { slug: string; title: string };
  mission: { slug: string; name: string };
  missionId: string;
  coversLabel: string;
  dueOn: string;
}

const ASKED_SECTIONS = EVIDENCE_RETURN_SECTIONS.filter(({ key }) => !['contributions', 'attachments', 'last-steps'].includes(key));

/** Reads of contributions. */
@Injectable()
export class ContributionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All that was asked of the actor's organisation, by due date. */
  async askedOf(actor: Actor): Promise<Contribution[]> {
    requirePermission(actor, 'contribution.answer');
    if (actor.organisationId === null) return [];
    return this.dataSource.getRepository(Contribution).find({
      where: { organisationId: actor.organisationId },
      relations: { organisation: true, submission: { organisation: true, mission: true, framework: true } },
      order: { dueOn: 'ASC', id: 'ASC' },
    });
  }

  /** One that is the reader's to answer, with its history. @throws ApplicationError 404 unknown, 403 another organisation's */
  async forAnswerer(actor: Actor, id: string): Promise<Contribution> {
    requirePermission(actor, 'contribution.answer');
    const contribution = await this.dataSource.getRepository(Contribution).findOne({
      where: { id }, relations: { organisation: true, submission: { organisation: true, mission: true, framework: true } },
    });
    if (!contribution) throw ApplicationError.notFound('That contribution');
    const { organisationId: asked, submission } = contribution;
    if (!positionsTowardsContribution(actor, { asking: submission.organisationId, asked }).includes('answerer')) {
      throw ApplicationError.forbidden('This contribution is another organisation’s', 'not-yours');
    }
    return contribution;
  }

  async eventsOf(contributionId: string): Promise<ContributionEvent[]> {
    return this.dataSource.getRepository(ContributionEvent).find({ where: { contributionId }, order: { sequence: 'ASC' } });
  }

  /** Of a return, by due date. Whoever calls has checked that the reader may see the return. */
  async ofReturn(submissionId: string, manager: EntityManager = this.dataSource.manager): Promise<Contribution[]> {
    return manager.find(Contribution, { where: { submissionId }, relations: { organisation: true }, order: { dueOn: 'ASC', askedAt: 'ASC', id: 'ASC' } });
  }

  /** @throws ApplicationError 404 for one that is not asked for this return. */
  async oneOfReturn(submissionId: string, id: string): Promise<Contribution> {
    const contribution = await this.dataSource.getRepository(Contribution).findOne({ where: { id, submissionId }, relations: { organisation: true } });
    if (!contribution) throw ApplicationError.notFound('That contribution');
    return contribution;
  }

  /** Names of those whom the mission of a return names and who have nobody to answer: they have not been asked. */
  async namedWithoutAccount({ organisationId, missionId }: Pick<Submission, 'organisationId' | 'missionId'>, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows: { name: string }[] = await manager.query(
      `SELECT o.name FROM organisations o JOIN missions m ON m.id = $1
        WHERE (o.kind = 'department' AND o.slug = ANY (m.contributors) OR o.kind = 'sub-national' AND o.slug = ANY (m.bodies)) AND o.id <> $2
          AND NOT EXISTS (SELECT FROM users u WHERE u.organisation_id = o.id AND u.roles && $3 AND u.disabled_at IS NULL)
        ORDER BY o.name`,
      [missionId, organisationId, PERMISSIONS['contribution.answer']],
    );
    return rows.map(({ name }) => name);
  }

  /** What a question about a return can be about: all of it, a section, or a figure. */
  async subjectsOf({ missionId }: Pick<Submission, 'missionId'>, manager: EntityManager = this.dataSource.manager): Promise<QuestionSubject[]> {
    const targets = missionId ? await manager.find(Target, { where: { missionId, role: 'headline' }, order: { position: 'ASC' } }) : [];
    return [
      { key: 'whole', label: 'The whole return' },
      ...ASKED_SECTIONS.map(({ key, title }) => ({ key: key as string, label: `Section: ${title}` })),
      ...targets.map(({ slug, title }) => ({ key: `target:${slug}`, label: `Figure: ${title}` })),
    ];
  }

  /** Departments and sub-national bodies but one, by name, and whether anybody of theirs can answer. */
  async possibleBodies(but: string, manager: EntityManager = this.dataSource.manager): Promise<{ id: string; name: string; slug: string; answers: boolean }[]> {
    return manager.query(
      `SELECT o.id, o.name, o.slug,
              EXISTS (SELECT FROM users u WHERE u.organisation_id = o.id AND u.roles && $2 AND u.disabled_at IS NULL) AS answers
         FROM organisations o WHERE o.kind IN ('department', 'sub-national') AND o.id <> $1 ORDER BY o.name`,
      [but, PERMISSIONS['contribution.answer']],
    );
  }

  /** Past their day and neither answered nor closed, the oldest first. @param today ISO date */
  async overdue(where: { missionId?: string; organisation?: string }, today: string): Promise<OverdueContribution[]> {
    return this.dataSource.query(
      `SELECT json_build_object('slug', asked.slug, 'name', asked.name) AS organisation, asking.name AS department, s.covers_label AS "coversLabel",
              json_build_object('slug', f.slug, 'title', f.title) AS framework, json_build_object('slug', m.slug, 'name', m.focus_area) AS mission,
              m.id AS "missionId", c.due_on::text AS "dueOn"
         FROM contributions c
         JOIN organisations asked ON asked.id = c.organisation_id
         JOIN submissions s ON s.id = c.submission_id
         JOIN organisations asking ON asking.id = s.organisation_id
         JOIN frameworks f ON f.id = s.framework_id
         JOIN missions m ON m.id = s.mission_id
        WHERE c.state IN ('asked', 'drafted') AND c.due_on < $1::date AND ($2::uuid IS NULL OR s.mission_id = $2) AND ($3::text IS NULL OR asked.slug = $3)
        ORDER BY c.due_on, asked.name, m.number`,
      [today, where.missionId ?? null, where.organisation ?? null],
    );
  }

  /** A body and how often its contributions came late or not at all; questions that were withdrawn are not counted. @throws ApplicationError for an unknown slug */
  async body(slug: string): Promise<{ organisation: Organisation; asked: number; late: number; notGiven: number; declined: number }> {
    const organisation = await this.dataSource.getRepository(Organisation).findOneBy({ slug, kind: In(['department', 'sub-national']) });
    if (!organisation) throw ApplicationError.notFound('That organisation');
    const [counts]: { asked: number; late: number; notGiven: number; declined: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS asked, count(overdue_at)::int AS late, (count(*) FILTER (WHERE state = 'not-given'))::int AS "notGiven",
              (count(*) FILTER (WHERE state = 'declined'))::int AS declined
         FROM contributions WHERE organisation_id = $1 AND state <> 'withdrawn'`,
      [organisation.id],
    );
    return { organisation, ...(counts ?? { asked: 0, late: 0, notGiven: 0, declined: 0 }) };
  }
}
