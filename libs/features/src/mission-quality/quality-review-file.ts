import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsNotEmpty, IsObject, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

class SourceEntry {
  /** Slug of the framework whose missions are reviewed. */
  @IsString() @IsNotEmpty()
  framework: string;

  @IsString() @IsNotEmpty()
  author: string;

  @IsString() @IsNotEmpty()
  title: string;

  @Matches(DATE, { message: 'publishedOn must be a date (YYYY-MM-DD)' })
  publishedOn: string;
}

/** Findings by the fields of their section, and `pages`. */
type FindingEntry = Record<string, unknown>;

export class MissionReviewEntry {
  /** Slug. */
  @IsString() @IsNotEmpty()
  mission: string;

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the terms must have fields' })
  terms: FindingEntry[] = [];

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the coverage must have fields' })
  coverage: FindingEntry[] = [];

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the breadth must have fields' })
  breadth: FindingEntry[] = [];

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the ambition must have fields' })
  ambition: FindingEntry[] = [];

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the alignment must have fields' })
  alignment: FindingEntry[] = [];

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the incentives must have fields' })
  incentives: FindingEntry[] = [];

  @IsOptional() @IsArray() @IsObject({ each: true, message: 'each of the geography must have fields' })
  geography: FindingEntry[] = [];
}

/** A review of a framework's missions that somebody has published, as a file. */
export class QualityReviewFile {
  @IsNotEmpty({ message: 'the file has no review' }) @ValidateNested() @Type(() => SourceEntry)
  review: SourceEntry;

  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => MissionReviewEntry)
  missions: MissionReviewEntry[];
}
