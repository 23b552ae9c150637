import { type DataSource } from 'typeorm';
import { systemActor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { parsePeriod } from '#domain/observations/period.js';
import { UsersService } from '#features/access/users.service.js';
import { type User } from '#features/access/user.entity.js';
import { Area } from '#features/areas/area.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { Target } from '#features/missions/target.entity.js';
import { Observation } from '#features/observations/observation.entity.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { Organisation, type OrganisationKind } from '#features/organisations/organisation.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Clock } from '#platform/clock/clock.js';
import { Review } from '#features/reviews/review.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';

/** One mission with one target, its department, another one, the council, and a few people of each. */
export interface EducationMission {
  mission: Mission;
  target: Target;
  metric: Metric;
  area: Area;
  organisations: Record<'dfe' | 'dhsc' | 'council', Organisation>;
  people: Record<PersonName, User>;
}

type PersonName = keyof typeof PEOPLE;

const PEOPLE = {
  official: { roles: ['official'], organisation: 'dfe' },
  sro: { roles: ['sro'], organisation: 'dfe' },
  otherSro: { roles: ['sro'], organisation: 'dhsc' },
  reviewer: { roles: ['reviewer'], organisation: 'council' },
  member: { roles: ['council-member'], organisation: 'council' },
  chair: { roles: ['council-chair'], organisation: 'council' },
  secondee: { roles: ['council-member'], organisation: 'council', homeOrganisation: 'dfe' },
  administrator: { roles: ['administrator'], organisation: 'council' },
} as const satisfies Record<string, { roles: Role[]; organisation: string; homeOrganisation?: string }>;

/**
 * Education: 90 % by school year 2029/30, from 65 % in 2018/19. The path is due 65 + 25 × years/11.
 * @param lead the department that leads, or null for a vacancy
 * @param slug of the metric, where something is known by that
 */
export async function saveEducationMission(dataSource: DataSource, lead: 'dfe' | null = 'dfe', slug = 'key-stage-2'): Promise<EducationMission> {
  const organisations = await saveOrganisations(dataSource);
  const people = await savePeople(dataSource);
  const framework = await dataSource.getRepository(Framework).save({
    slug: 'levelling-up-2022', title: 'Levelling Up', summary: '', source: '', publishedOn: '2022-02-02', startsOn: '2022-02-02',
    endsOn: '2030-12-31', reportDuty: null, objectives: [], fileChecksum: 'x', importedAt: new Date('2026-01-05T09:00:00Z'),
  });
  const mission = await dataSource.getRepository(Mission).save({
    frameworkId: framework.id, slug: 'education', number: 5, focusArea: 'Education', objectiveSlug: 'o', statement: 'S', scope: 'england',
    maturity: 'agreed', clauses: [{ key: 'a', text: 'S', coveredBy: [slug] }], openTerms: [], expertVerdicts: [], headlineMetrics: [slug], contributors: [],
  });
  if (lead) {
    const { id: organisationId } = organisations[lead];
    await dataSource.getRepository(MissionLead).save({ missionId: mission.id, organisationId, from: '2022-02-02', to: null, basis: 'paper' });
  }
  const metric = await dataSource.getRepository(Metric).save({
    slug, name: 'Pupils at the expected standard', indicators: ['KS2'], unit: '%', measure: 'Percentage', direction: 'higher-is-better',
    decimals: 0, roundingUnit: 1, basis: 'not-money', place: 'not-applicable', geography: 'utla',
    source: { publisher: 'Department for Education', title: 'Key stage 2', licence: 'OGL' }, caveat: null, proxyFor: null, proxyNote: null,
    partOf: null, exploratory: false, countBehind: null,
  });
  const area = await dataSource.getRepository(Area).save({ code: 'E92000001', name: 'England', level: 'nation', country: 'England', parentCode: null, confirmed: true });
  const asked = {
    rule: { kind: 'level', value: 90 }, areas: { one: 'E92000001' }, baseline: { period: '2018-09-01/P1Y', reason: 'r' },
    decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-12-15' }, milestones: [],
  };
  const target = await dataSource.getRepository(Target).save({
    ...asked, firstPublished: definitionOf(asked, { slug: metric.slug, method: null }), missionId: mission.id, slug: 'expected-standard', title: '90% reach the expected standard', clauseKey: 'a', metricId: metric.id, role: 'headline',
    notComparable: null, note: null, position: 1,
  });
  return { mission, target, metric, area, organisations, people };
}

/** A release with one figure a period, by the period's key: `{ '2018-09-01/P1Y': 65 }`. */
export async function publishFigures(dataSource: DataSource, { metric, area }: EducationMission, figures: Record<string, number>, publishedOn: string): Promise<Release> {
  const release = await dataSource.getRepository(Release).save({
    checksum: `${publishedOn} ${JSON.stringify(figures)}`, fileName: 'ks2.csv', publisher: 'Department for Education', publishedOn,
    publishedAt: new Date(`${publishedOn}T09:30:00Z`),
    importedAt: new Date(`${publishedOn}T09:30:00Z`), importedBy: 'test', rowsRead: 0, rowsWithValue: 0, rowsMissing: 0, unconfirmedAreas: [],
  });
  const rows = Object.entries(figures).map(([key, value]) => {
    const period = parsePeriod(key);
    if (!period) throw new Error(`${key} is no period`);
    return { metricId: metric.id, areaId: area.id, periodStart: period.start, periodMonths: period.months, releaseId: release.id, value };
  });
  await dataSource.getRepository(Observation).insert(rows);
  await dataSource.getRepository(ReleaseMetric).insert({ metricId: metric.id, releaseId: release.id, rows: rows.length });
  return release;
}

/** A delivered evidence return of the department on the mission, which nobody has reviewed. */
export async function saveDeliveredReturn(dataSource: DataSource, education: EducationMission, rating: DeliveryRating, reference = 'ER-2026-7K3D'): Promise<SubmissionVersion> {
  const { mission, organisations, people } = education;
  // In one transaction: nothing is submitted without its version.
  return dataSource.transaction(async (manager) => {
    const submission = await manager.getRepository(Submission).save({
      kind: 'evidence-return', reference, frameworkId: mission.frameworkId, organisationId: organisations.dfe.id, missionId: mission.id,
      coversLabel: 'April 2025 to March 2026', coversFrom: '2025-04-01', coversTo: '2026-03-31', dueOn: '2026-05-31', firstDueOn: '2026-05-31', status: 'submitted',
      deliveredVersions: 1, acceptedVersion: null, draftedBy: people.official.id, signedBy: people.sro.id, createdAt: new Date('2026-04-01T09:00:00Z'),
    });
    return manager.getRepository(SubmissionVersion).save({
      submissionId: submission.id, number: 1, content: { rating, ratingReason: 'Schools are catching up.', narrative: '', nextSteps: '' }, checksum: 'x',
      draftedBy: people.official.id, signedBy: people.sro.id, submittedAt: new Date('2026-05-01T09:00:00Z'),
    });
  });
}

/** The same, with the review that accepted it. */
export async function saveAcceptedReturn(dataSource: DataSource, education: EducationMission, rating: DeliveryRating): Promise<SubmissionVersion> {
  const version = await saveDeliveredReturn(dataSource, education, rating);
  const reviews = dataSource.getRepository(Review);
  const at = new Date('2026-05-04T09:00:00Z');
  const review = await reviews.save({ submissionId: version.submissionId, versionNumber: 1, status: 'queued', queuedAt: at, dueOn: '2026-06-01', checksDoneAt: at });
  const claimed = await reviews.save({ ...review, status: 'claimed', reviewerId: education.people.reviewer.id, claimedAt: at });
  await reviews.save({ ...claimed, status: 'decided', decision: 'accepted', decidedAt: at });
  return version;
}

async function saveOrganisations(dataSource: DataSource): Promise<EducationMission['organisations']> {
  const save = (slug: string, name: string, kind: OrganisationKind): Promise<Organisation> =>
    dataSource.getRepository(Organisation).save({ slug, name, shortName: slug, kind, mailbox: `missions@${slug}.example.org` });
  return {
    dfe: await save('dfe', 'Department for Education', 'department'),
    dhsc: await save('dhsc', 'Department of Health and Social Care', 'department'),
    council: await save('council', 'Advisory Council', 'council'),
  };
}

async function savePeople(dataSource: DataSource): Promise<EducationMission['people']> {
  const users = new UsersService(new UnitOfWork(dataSource, new Clock()));
  const people: Partial<Record<PersonName, User>> = {};
  for (const [name, person] of Object.entries(PEOPLE) as [PersonName, (typeof PEOPLE)[PersonName]][]) {
    people[name] = await users.add(systemActor('command', 'user add'), { name, email: `${name}@${person.organisation}.example.org`, demo: true, ...person, roles: [...person.roles] });
  }
  return people as EducationMission['people'];
}
