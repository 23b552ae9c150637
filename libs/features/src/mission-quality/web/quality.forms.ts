import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength } from 'class-validator';
import { FINDING_FIELDS, type QualitySection } from '#domain/mission-quality/quality-section.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';
import { missionQualityWords } from '../mission-quality.words.js';
import { type FindingInput } from '../quality-reviews.service.js';

/** What is missing is said by the domain's rules, with the field; the form only keeps the shape. */
const TOO_LONG = { message: missionQualityWords.finding.long };
const MOST = 5000;

export class DraftForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** Every field of every section; those of other sections stay empty. */
export class FindingForm extends DraftForm {
  @IsString() @MaxLength(MOST, TOO_LONG) term = '';
  @IsString() @MaxLength(MOST, TOO_LONG) clause = '';
  @IsString() @MaxLength(MOST, TOO_LONG) unclear = '';
  @IsString() @MaxLength(MOST, TOO_LONG) definition = '';
  @IsString() @MaxLength(MOST, TOO_LONG) definedBy = '';
  @IsString() @MaxLength(MOST, TOO_LONG) state = '';
  @IsString() @MaxLength(MOST, TOO_LONG) note = '';
  @IsString() @MaxLength(MOST, TOO_LONG) scope = '';
  @IsString() @MaxLength(MOST, TOO_LONG) leftOut = '';
  @IsString() @MaxLength(MOST, TOO_LONG) reasons = '';
  @IsString() @MaxLength(MOST, TOO_LONG) aspect = '';
  @IsString() @MaxLength(MOST, TOO_LONG) verdict = '';
  @IsString() @MaxLength(MOST, TOO_LONG) answer = '';
  @IsString() @MaxLength(MOST, TOO_LONG) route = '';
  @IsString() @MaxLength(MOST, TOO_LONG) balancingMetric = '';
  @IsString() @MaxLength(MOST, TOO_LONG) finding = '';
  @IsString() @MaxLength(MOST, TOO_LONG) measure = '';
  @IsString() @MaxLength(MOST, TOO_LONG) measuredAt = '';
  @IsString() @MaxLength(MOST, TOO_LONG) recommended = '';
  @IsString() @MaxLength(MOST, TOO_LONG) reason = '';
  @IsString() @MaxLength(MOST, TOO_LONG) pages = '';
  @IsString() @MaxLength(20, TOO_LONG) day = '';
  @IsString() @MaxLength(20, TOO_LONG) month = '';
  @IsString() @MaxLength(20, TOO_LONG) year = '';
}

/** A section has one date at most: the three boxes are its. */
export function findingInputOf(form: FindingForm, section: QualitySection): FindingInput {
  const typed = form as unknown as Record<string, string>;
  const values = FINDING_FIELDS[section].map(({ name, kind }) => [name, kind === 'date' ? typedDateOf(form) : (typed[name] ?? '')] as const);
  return { values: Object.fromEntries(values), pages: form.pages, rowVersion: form.rowVersion };
}
