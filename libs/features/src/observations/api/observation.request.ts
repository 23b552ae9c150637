import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength } from 'class-validator';
import { LARGEST_ID, PageQuery } from '#platform/api/page-query.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Narrows the figures of a metric. */
export class ObservationsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Codes of areas, separated by commas', example: 'E92000001,W92000004' })
  @IsOptional() @IsString() @MaxLength(5000)
  area?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day on which a period may begin' })
  @IsOptional() @IsISO8601({ strict: true }, { message: 'from must be a date like 2019-01-01' }) @Matches(DAY, { message: 'from must be a date like 2019-01-01' })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day on which a period may begin' })
  @IsOptional() @IsISO8601({ strict: true }, { message: 'to must be a date like 2024-12-31' }) @Matches(DAY, { message: 'to must be a date like 2024-12-31' })
  to?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Only the figures of this release; else of each cell the newest' })
  @IsOptional() @Type(() => Number) @IsInt({ message: 'release must be the number of a release' }) @Max(LARGEST_ID, { message: 'release must be the number of a release' })
  release?: number;
}
