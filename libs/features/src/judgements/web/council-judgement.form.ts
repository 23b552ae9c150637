import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { type Verdict, VERDICT_SLUGS } from '#domain/judgements/verdict.js';
import { judgementsWords } from '../judgements.words.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value);

export class CouncilJudgementForm {
  @IsIn(VERDICT_SLUGS, { message: judgementsWords.form.verdictMissing })
  verdict: Verdict;

  @Transform(trimmed)
  @IsString({ message: judgementsWords.form.reasonMissing })
  @IsNotEmpty({ message: judgementsWords.form.reasonMissing })
  @MaxLength(2000, { message: judgementsWords.form.reasonTooLong })
  sentence: string;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsUUID('all', { message: judgementsWords.form.decisionMissing })
  decision?: string;

  /** Id of the council's judgement that stood when the page was opened. */
  @IsString()
  seen: string = '';
}
