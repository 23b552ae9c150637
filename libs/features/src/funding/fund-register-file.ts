import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsNotEmpty, IsString, IsUrl, Matches, ValidateNested } from 'class-validator';

class FundEntry {
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: '$property must be words in lower case joined by hyphens' })
  slug: string;

  /** As files of awards call it. */
  @IsString() @IsNotEmpty()
  name: string;

  @IsString() @IsNotEmpty()
  title: string;

  @IsArray() @Matches(/^[a-z0-9-]+\/[a-z0-9-]+$/, { each: true, message: '$property must be slugs of framework and mission, as in levelling-up-2022/pride-in-place' })
  missions: string[];

  @IsArray() @ArrayNotEmpty() @Matches(/^[A-Z]\d{2}$/, { each: true, message: '$property must be beginnings of area codes, as in E06' })
  eligible: string[];

  @IsString() @IsNotEmpty()
  awarded: string;

  @IsString() @IsNotEmpty()
  publisher: string;

  @IsUrl({ protocols: ['https'], require_protocol: true })
  sourceUrl: string;

  @IsString() @IsNotEmpty()
  licence: string;
}

/** A register of funds as a file. */
export class FundRegisterFile {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FundEntry)
  funds: FundEntry[];
}
