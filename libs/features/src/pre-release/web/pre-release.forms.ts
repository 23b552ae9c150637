import { Transform, Type } from 'class-transformer';
import { IsArray, IsNumber, IsOptional, IsString } from 'class-validator';
import { AsTyped } from '#features/submissions/submission.forms.js';

export class OpenWindowForm {
  /** What is none is said by the domain’s blockers. */
  @Type(() => Number) @IsNumber({ allowNaN: true })
  hours: number = Number.NaN;

  /** A single box comes as a text. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)) @IsArray() @IsString({ each: true })
  bodies: string[] = [];
}

export class PreReleaseCommentForm {
  @AsTyped()
  words: string;
}
