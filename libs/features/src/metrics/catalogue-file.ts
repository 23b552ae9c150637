import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, IsPositive, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import { NAMED_METHODS } from '#domain/judgements/target-to-judge.js';
import { YEAR_KINDS, type YearKind } from '#domain/observations/year-kind.js';
import { type MetricDirection } from './metric.entity.js';

const SLUG = { message: '$property must be words in lower case joined by hyphens' };

class SourceEntry {
  @IsString() @IsNotEmpty()
  publisher: string;

  @IsString() @IsNotEmpty()
  title: string;

  @IsOptional() @IsString()
  url?: string;

  @IsString() @IsNotEmpty()
  licence: string;
}

class CountBehindEntry {
  @IsIn(['binomial', 'poisson'])
  kind: 'binomial' | 'poisson';

  @IsNumber() @IsPositive()
  n: number;

  @IsOptional() @IsString()
  area?: string;
}

class SeriesBreakFields {
  @IsString() @IsNotEmpty()
  from: string;

  @IsString() @IsNotEmpty()
  what: string;
}

export class MetricEntry {
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, SLUG)
  slug: string;

  @IsString() @IsNotEmpty()
  name: string;

  @IsArray() @IsString({ each: true }) @IsNotEmpty({ each: true })
  indicators: string[];

  @IsString()
  unit: string;

  @IsString()
  measure: string;

  /** Mandatory: which way is better is never guessed from a name. */
  @IsIn(['higher-is-better', 'lower-is-better'], { message: 'direction must say which way is better: higher-is-better or lower-is-better' })
  direction: MetricDirection;

  @IsInt() @Min(0) @Max(15)
  decimals: number;

  @IsNumber() @IsPositive()
  roundingUnit: number;

  @IsIn(['nominal', 'real', 'not-money'])
  basis: 'nominal' | 'real' | 'not-money';

  @IsIn(['residence', 'workplace', 'not-applicable'])
  place: 'residence' | 'workplace' | 'not-applicable';

  @IsString() @IsNotEmpty()
  geography: string;

  @IsNotEmpty({ message: 'source must name publisher, title and licence' }) @ValidateNested() @Type(() => SourceEntry)
  source: SourceEntry;

  @IsOptional() @IsString()
  caveat: string | null = null;

  @IsOptional() @IsString()
  proxyFor: string | null = null;

  @IsOptional() @IsString()
  proxyNote: string | null = null;

  @IsOptional() @IsString()
  partOf: string | null = null;

  @IsBoolean()
  exploratory: boolean;

  @IsOptional() @IsIn(YEAR_KINDS)
  yearKind: YearKind = 'calendar';

  @IsOptional() @IsInt() @Min(1) @Max(12)
  snapshotMonth: number | null = null;

  @IsOptional() @IsIn(['average', 'total'])
  combines: 'average' | 'total' | null = null;

  @IsOptional() @IsIn(['none', 'shared', 'full'])
  placeControl: 'none' | 'shared' | 'full' | null = null;

  @IsOptional() @IsString()
  placeControlNote: string | null = null;

  @IsOptional() @IsIn(NAMED_METHODS)
  method: string | null = null;

  @IsOptional() @IsIn(['accredited-official-statistics', 'official-statistics', 'official-statistics-in-development', 'not-official-statistics'])
  accreditation: 'accredited-official-statistics' | 'official-statistics' | 'official-statistics-in-development' | 'not-official-statistics' | null = null;

  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => SeriesBreakFields)
  seriesBreaks: SeriesBreakFields[] = [];

  @IsOptional() @ValidateNested() @Type(() => CountBehindEntry)
  countBehind: CountBehindEntry | null = null;
}

/** A catalogue of metrics as a file. */
export class CatalogueFile {
  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => MetricEntry)
  metrics: MetricEntry[];
}
