import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsPositive, IsString, Matches, Max, ValidateNested } from 'class-validator';
import { type LeadDraft, type MissionDraft, type VacancyDraft } from '#domain/missions/framework-draft.js';
import { type ExpertVerdict, type MissionMaturity, type MissionScope } from '#features/missions/mission.entity.js';
import { isSlug, TargetEntry } from './target-entry.js';

export class LeadEntry implements LeadDraft {
  @IsString()
  department: string;

  @IsString()
  from: string;

  @IsOptional() @IsString()
  to: string | null = null;

  @IsIn(['paper', 'proposed'])
  basis: 'paper' | 'proposed';
}

class VacancyEntry implements VacancyDraft {
  @IsString()
  from: string;

  @IsOptional() @IsString()
  to: string | null = null;

  @IsString() @IsNotEmpty()
  reason: string;
}

class ClauseEntry {
  @IsString() @IsNotEmpty()
  key: string;

  @IsString() @IsNotEmpty()
  text: string;

  @IsArray() @IsString({ each: true })
  coveredBy: string[];

  @IsOptional() @IsString()
  note?: string;
}

class OpenTermEntry {
  @IsString() @IsNotEmpty()
  term: string;

  @IsString()
  clause: string;

  @IsString() @IsNotEmpty()
  note: string;

  @IsOptional() @IsString() @IsNotEmpty()
  reading?: string;
}

class ExpertVerdictEntry implements ExpertVerdict {
  @IsString() @IsNotEmpty()
  aspect: string;

  @IsIn(['not-ambitious-enough', 'right-level', 'too-ambitious', 'more-information-needed'])
  verdict: ExpertVerdict['verdict'];

  @IsString() @IsNotEmpty()
  text: string;

  @IsString() @IsNotEmpty()
  author: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'asOf must be a date (YYYY-MM-DD)' })
  asOf: string;
}

export class MissionEntry implements MissionDraft {
  @isSlug()
  slug: string;

  @IsInt() @IsPositive() @Max(999)
  number: number;

  @IsString() @IsNotEmpty()
  focusArea: string;

  @IsString()
  objective: string;

  @IsString() @IsNotEmpty()
  statement: string;

  @IsIn(['uk', 'england', 'devolved'])
  scope: MissionScope;

  @IsIn(['exploratory', 'proposed', 'agreed'])
  maturity: MissionMaturity;

  @IsArray() @ValidateNested({ each: true }) @Type(() => LeadEntry)
  leads: LeadEntry[];

  /** Times in which nobody leads, each with its reason. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => VacancyEntry)
  vacancies: VacancyEntry[] = [];

  @IsArray() @IsString({ each: true })
  contributors: string[] = [];

  /** Slugs of sub-national bodies that are asked what they did for it; they come with the people's file, so they are not checked here. */
  @IsArray() @IsString({ each: true })
  bodies: string[] = [];

  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => ClauseEntry)
  clauses: ClauseEntry[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => OpenTermEntry)
  openTerms: OpenTermEntry[] = [];

  @IsArray() @IsString({ each: true })
  headlineMetrics: string[] = [];

  @IsArray() @ValidateNested({ each: true }) @Type(() => TargetEntry)
  targets: TargetEntry[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => ExpertVerdictEntry)
  expertVerdicts: ExpertVerdictEntry[] = [];
}
