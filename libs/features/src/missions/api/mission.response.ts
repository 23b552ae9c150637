import { ApiProperty } from '@nestjs/swagger';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { AttributedResponse } from '#platform/api/attribution.response.js';
import { type Mission } from '../mission.entity.js';
import { type MissionRecords } from '../mission-records.queries.js';
import { type MissionLead } from '../mission-lead.entity.js';
import { JudgementsResponse, judgementsResponse } from './judgement.response.js';
import { TargetResponse, targetResponse } from './target.response.js';

export class LeadDepartmentResponse {
  @ApiProperty({ example: 'dfe' })
  slug: string;

  @ApiProperty({ example: 'Department for Education' })
  name: string;

  @ApiProperty({ format: 'date' })
  since: string;

  @ApiProperty({ enum: ['paper', 'proposed'], description: '`proposed`: the government has not named one' })
  basis: string;
}

export class ClauseResponse {
  @ApiProperty()
  key: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [String], description: 'Slugs of the metrics that cover it; none means uncovered' })
  coveredBy: string[];

  @ApiProperty({ required: false })
  note?: string;
}

export class OpenTermResponse {
  @ApiProperty()
  term: string;

  @ApiProperty({ description: 'Key of the clause' })
  clause: string;

  @ApiProperty()
  note: string;

  @ApiProperty({ required: false, description: 'The figure that it is read as meanwhile' })
  reading?: string;
}

export class ExpertVerdictResponse {
  @ApiProperty()
  aspect: string;

  @ApiProperty({ enum: ['not-ambitious-enough', 'right-level', 'too-ambitious', 'more-information-needed'] })
  verdict: string;

  @ApiProperty()
  text: string;

  @ApiProperty()
  author: string;

  @ApiProperty({ format: 'date' })
  asOf: string;
}

export class WordingResponse {
  @ApiProperty()
  focusArea: string;

  @ApiProperty({ description: 'The full text, word for word' })
  statement: string;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, description: 'Slug, title and role of its targets then' })
  targets: object[];

  @ApiProperty({ format: 'date-time', description: 'When it was entered' })
  since: string;
}

export class LeadOverTimeResponse {
  @ApiProperty({ example: 'dfe' })
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The first day without it' })
  to: string | null;

  @ApiProperty({ enum: ['paper', 'proposed'] })
  basis: string;
}

export class VacancyResponse {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  to: string | null;

  @ApiProperty()
  reason: string;
}

export class NamedBodyResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;
}

export class ContributingBodyResponse extends NamedBodyResponse {
  @ApiProperty({ format: 'date', description: 'Since when' })
  from: string;
}

export class ContributorOverTimeResponse extends ContributingBodyResponse {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The first day without it' })
  to: string | null;
}

export class FindingOfMissionResponse {
  @ApiProperty()
  section: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  values: Record<string, string>;

  @ApiProperty({ type: String, nullable: true })
  pages: string | null;

  @ApiProperty()
  writtenBy: string;

  @ApiProperty({ format: 'date-time' })
  writtenAt: string;
}

/** A mission in a list. */
export class MissionSummaryResponse {
  @ApiProperty({ example: 'education' })
  slug: string;

  @ApiProperty({ type: 'integer', example: 5 })
  number: number;

  @ApiProperty()
  focusArea: string;

  @ApiProperty({ description: 'Slug of the framework’s objective' })
  objective: string;

  @ApiProperty({ type: LeadDepartmentResponse, nullable: true, description: 'Null in a vacancy' })
  leadDepartment: LeadDepartmentResponse | null;

  @ApiProperty({ type: JudgementsResponse })
  judgements: JudgementsResponse;
}

/** A mission whole. */
export class MissionResponse extends AttributedResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  focusArea: string;

  @ApiProperty()
  objective: string;

  @ApiProperty({ description: 'Slug of its framework' })
  framework: string;

  @ApiProperty({ description: 'The full text, word for word' })
  statement: string;

  @ApiProperty({ type: [ClauseResponse] })
  clauses: ClauseResponse[];

  @ApiProperty({ enum: ['uk', 'england', 'devolved'] })
  scope: string;

  @ApiProperty({ enum: ['exploratory', 'proposed', 'agreed'] })
  maturity: string;

  @ApiProperty({ type: LeadDepartmentResponse, nullable: true })
  leadDepartment: LeadDepartmentResponse | null;

  @ApiProperty({ type: [String], description: 'Slugs of departments beside the lead' })
  contributors: string[];

  @ApiProperty({ type: [OpenTermResponse] })
  openTerms: OpenTermResponse[];

  @ApiProperty({ type: [ExpertVerdictResponse] })
  expertVerdicts: ExpertVerdictResponse[];

  @ApiProperty({ type: JudgementsResponse })
  judgements: JudgementsResponse;

  @ApiProperty({ type: [TargetResponse] })
  targets: TargetResponse[];

  @ApiProperty({ type: [WordingResponse], description: 'Every wording that was entered, the first first' })
  wordings: WordingResponse[];

  @ApiProperty({ type: [LeadOverTimeResponse], description: 'Who led it from when to when' })
  leads: LeadOverTimeResponse[];

  @ApiProperty({ type: [VacancyResponse], description: 'Times in which nobody led it' })
  vacancies: VacancyResponse[];

  @ApiProperty({ type: [ContributingBodyResponse], description: 'Departments and bodies that contribute, by name, and since when' })
  contributingBodies: ContributingBodyResponse[];

  @ApiProperty({ type: [ContributorOverTimeResponse], description: 'Departments and bodies that contribute or contributed, from when to when' })
  contributorsOverTime: ContributorOverTimeResponse[];

  @ApiProperty({ type: [FindingOfMissionResponse], description: 'Findings of the quality review that holds' })
  qualityFindings: FindingOfMissionResponse[];
}

export function missionSummaryResponse(mission: Mission, lead: MissionLead | null, standing: MissionStanding | undefined): MissionSummaryResponse {
  const { slug, number, focusArea, objectiveSlug } = mission;
  return { slug, number, focusArea, objective: objectiveSlug, leadDepartment: leadResponse(lead), judgements: judgementsResponse(standing) };
}

export function missionResponse(mission: Mission, { lead, standing, records }: { lead: MissionLead | null; standing: MissionStanding | null; records: MissionRecords }): MissionResponse {
  return Object.assign(new MissionResponse(), {
    slug: mission.slug,
    number: mission.number,
    focusArea: mission.focusArea,
    objective: mission.objectiveSlug,
    framework: mission.framework.slug,
    statement: mission.statement,
    clauses: mission.clauses,
    scope: mission.scope,
    maturity: mission.maturity,
    leadDepartment: leadResponse(lead),
    contributors: mission.contributors,
    openTerms: mission.openTerms,
    expertVerdicts: mission.expertVerdicts,
    judgements: judgementsResponse(standing),
    targets: mission.targets.map((target) => targetResponse(target, standing?.targets.find(({ targetId }) => targetId === target.id)?.computed)),
    wordings: records.wordings,
    leads: records.leads,
    vacancies: records.vacancies,
    contributingBodies: records.contributors.filter(({ kind, to }) => kind !== '' && to === null).map(({ slug, name, from }) => ({ slug, name, from })),
    contributorsOverTime: records.contributors.filter(({ kind }) => kind !== '').map(({ slug, name, from, to }) => ({ slug, name, from, to })),
    qualityFindings: records.findings,
  });
}

function leadResponse(lead: MissionLead | null): LeadDepartmentResponse | null {
  return lead && { slug: lead.organisation.slug, name: lead.organisation.name, since: lead.from, basis: lead.basis };
}
