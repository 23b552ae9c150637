import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { type ImportOptions } from '../import-run.entity.js';

const LONG = 200;
const REASON = 1000;

/** Fields of forms and addresses are text. */
const asBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value);

/** How a file is to be read, as fields of the form or in the address. */
export class ImportFields {
  @ApiPropertyOptional({ description: 'Name of a file that is the body itself; it ends in .csv', example: 'pay.csv' })
  @IsOptional() @IsString() @MaxLength(LONG)
  fileName?: string;

  @ApiPropertyOptional({ description: 'Day, or day and hour, of publication in London; under embargo until then', example: '2026-06-26T09:30' })
  @IsOptional() @IsString() @MaxLength(LONG)
  publishedAt?: string;

  @ApiPropertyOptional({ description: 'Slug of the one metric that the file must be of' })
  @IsOptional() @IsString() @MaxLength(LONG)
  metric?: string;

  @ApiPropertyOptional({ description: 'Name of a layout; found out from the header unless given' })
  @IsOptional() @IsString() @MaxLength(LONG)
  layout?: string;

  @ApiPropertyOptional({ description: 'The period of all figures, where the file itself has none', example: '2023/24' })
  @IsOptional() @IsString() @MaxLength(LONG)
  period?: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'The file stands for whole series: figures of earlier releases that it does not have are withdrawn' })
  @IsOptional() @Transform(asBoolean) @IsBoolean({ message: 'wholeSeries must be true or false' })
  wholeSeries?: boolean;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Only checks the file; a statistician may load it later on its page' })
  @IsOptional() @Transform(asBoolean) @IsBoolean({ message: 'dryRun must be true or false' })
  dryRun?: boolean;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Loads what is left without the rows at fault, instead of refusing the file for them' })
  @IsOptional() @Transform(asBoolean) @IsBoolean({ message: 'acceptRejects must be true or false' })
  acceptRejects?: boolean;

  @ApiPropertyOptional({ description: 'Why the series goes on in another unit or measure than the catalogue says' })
  @IsOptional() @IsString() @MaxLength(REASON)
  confirmUnit?: string;

  @ApiPropertyOptional({ description: 'Why the catalogue’s direction is right and the file’s is not' })
  @IsOptional() @IsString() @MaxLength(REASON)
  confirmDirection?: string;
}

/** The form, with the file in it. */
export class ImportUpload extends ImportFields {
  @ApiPropertyOptional({ type: 'string', format: 'binary' })
  @IsOptional()
  file?: string;
}

/** Fields of the form stand before those of the address. */
export function merged(query: ImportFields, body: ImportFields): ImportFields {
  const given = (fields: ImportFields): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...given(query), ...given(body) };
}

export function optionsOf({ fileName: _, dryRun: __, confirmUnit: unit, confirmDirection: direction, ...options }: ImportFields): ImportOptions {
  const confirm = { ...(unit ? { unit } : {}), ...(direction ? { direction } : {}) };
  return { ...options, ...(Object.keys(confirm).length > 0 ? { confirm } : {}) };
}
