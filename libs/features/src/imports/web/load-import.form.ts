import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { importsWords } from '../imports.words.js';

const LONG = 1000;
const TOO_LONG = { message: importsWords.show.load.tooLong };

/** What a statistician decides on a checked file. */
export class LoadImportForm {
  @IsOptional() @IsIn(['yes', ''])
  acceptRejects?: string;

  @IsString() @MaxLength(LONG, TOO_LONG)
  confirmUnit = '';

  @IsString() @MaxLength(LONG, TOO_LONG)
  confirmDirection = '';
}
