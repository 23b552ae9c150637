import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { publicationFrom } from '#domain/imports/publication-hour.js';
import { type ImportOptions } from '../import-run.entity.js';

const SHORT = 20;
const LONG = 200;
const TOO_LONG = { message: 'Enter fewer characters' };

/** The form of an upload beside its file. */
export class NewImportForm {
  @IsString() @MaxLength(SHORT, TOO_LONG)
  day = '';

  @IsString() @MaxLength(SHORT, TOO_LONG)
  month = '';

  @IsString() @MaxLength(SHORT, TOO_LONG)
  year = '';

  @IsString() @MaxLength(SHORT, TOO_LONG)
  time = '';

  @IsString() @MaxLength(LONG, TOO_LONG)
  metric = '';

  @IsString() @MaxLength(LONG, TOO_LONG)
  layout = '';

  @IsString() @MaxLength(LONG, TOO_LONG)
  period = '';

  @IsString() @MaxLength(LONG, TOO_LONG)
  provisional = '';

  @IsOptional() @IsIn(['yes', ''])
  wholeSeries?: string;
}

export function optionsOf({ metric, layout, period, provisional, wholeSeries, ...boxes }: NewImportForm): ImportOptions {
  const publishedAt = publicationFrom(boxes);
  const unsettled = provisional.split(',').map((text) => text.trim()).filter((text) => text !== '');
  return {
    ...(publishedAt === '' ? {} : { publishedAt }),
    ...(metric === '' ? {} : { metric }),
    ...(layout === '' ? {} : { layout }),
    ...(period.trim() === '' ? {} : { period: period.trim() }),
    ...(unsettled.length === 0 ? {} : { provisional: unsettled }),
    ...(wholeSeries === 'yes' ? { wholeSeries: true } : {}),
  };
}
