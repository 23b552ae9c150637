import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { type FrameworkDraft } from '#domain/missions/framework-draft.js';
import { MissionEntry } from './mission-entry.js';
import { isSlug } from './target-entry.js';

class ReportDutyEntry {
  @IsString() @IsNotEmpty()
  owedBy: string;

  @IsString() @IsNotEmpty()
  basis: string;
}

export class FrameworkEntry {
  @isSlug()
  slug: string;

  @IsString() @IsNotEmpty()
  title: string;

  @IsString() @IsNotEmpty()
  summary: string;

  @IsString() @IsNotEmpty()
  source: string;

  @IsString()
  publishedOn: string;

  @IsString()
  startsOn: string;

  @IsString()
  endsOn: string;

  @IsOptional() @ValidateNested() @Type(() => ReportDutyEntry)
  reportDuty: ReportDutyEntry | null = null;
}

export class ObjectiveEntry {
  @isSlug()
  slug: string;

  @IsString() @IsNotEmpty()
  title: string;
}

export class DepartmentEntry {
  @isSlug()
  slug: string;

  @IsString() @IsNotEmpty()
  name: string;

  @IsOptional() @IsString() @IsNotEmpty()
  shortName?: string;
}

/** A framework as a file: its missions with their texts, leads and targets. */
export class FrameworkFile implements FrameworkDraft {
  @IsNotEmpty({ message: 'the file has no framework' }) @ValidateNested() @Type(() => FrameworkEntry)
  framework: FrameworkEntry;

  @IsArray() @ValidateNested({ each: true }) @Type(() => ObjectiveEntry)
  objectives: ObjectiveEntry[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => DepartmentEntry)
  departments: DepartmentEntry[];

  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => MissionEntry)
  missions: MissionEntry[];
}
