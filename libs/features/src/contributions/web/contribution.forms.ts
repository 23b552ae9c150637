import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, type EvidenceKind, type EvidenceStrength } from '#domain/evidence-returns/evidence-return-choices.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';
import { contributionsWords } from '../contributions.words.js';

const { errors } = contributionsWords.evidence;
const SHORT = 300;
const tooLong = (name: string, most: number): { message: string } => ({ message: `${name} must be ${most.toLocaleString('en-GB')} characters or less` });

export class AnswerForm extends SeenForm {
  @AsTyped() @MaxLength(5000, tooLong('Your contribution', 5000))
  answer: string;
}

export class DeclineForm extends SeenForm {
  @AsTyped() @MaxLength(2000, tooLong('Your reason', 2000))
  reason: string;
}

export class WithdrawForm extends SeenForm {
  @AsTyped() @MaxLength(2000, tooLong('Your reason', 2000))
  reason: string;
}

export class EvidenceForm extends SeenForm {
  @AsTyped() @MaxLength(1000, tooLong('What it shows', 1000)) @MinLength(1, { message: errors.claim })
  claim: string;

  @IsIn(Object.keys(EVIDENCE_KINDS), { message: errors.kind })
  kind: EvidenceKind;

  @IsIn(Object.keys(EVIDENCE_STRENGTHS), { message: errors.strength })
  strength: EvidenceStrength;

  @AsTyped() @MaxLength(SHORT, tooLong('The source', SHORT)) @MinLength(1, { message: errors.source })
  source: string;

  @AsTyped() @MaxLength(SHORT, tooLong('The page', SHORT)) @MinLength(1, { message: errors.page })
  page: string;

  @AsTyped() @MaxLength(SHORT, tooLong('The web address', SHORT)) @ValidateIf(({ link }: EvidenceForm) => link !== '') @Matches(/^https?:\/\/[^\s/]+/i, { message: errors.link })
  link = '';
}

export class QuoteForm extends SeenForm {
  @IsIn(['yes', 'no'])
  quoted: 'yes' | 'no';
}

/** What is missing is said by the service, with the field; the form only keeps the shape. */
export class AskForm {
  @IsOptional() @IsString() @MaxLength(100)
  organisationId = '';

  @IsOptional() @IsString() @MaxLength(200)
  about = '';

  @AsTyped() @MaxLength(5000)
  question = '';

  @IsOptional() @IsString() @MaxLength(20)
  day = '';

  @IsOptional() @IsString() @MaxLength(20)
  month = '';

  @IsOptional() @IsString() @MaxLength(20)
  year = '';
}
