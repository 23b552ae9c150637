import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PROPOSAL_OUTCOMES, type ProposalOutcome } from '#domain/proposals/proposal-status.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';

/** What is missing is said by the domain’s blockers, with the field; the form only keeps the shape. */
export class NewProposalForm {
  @AsTyped() @MaxLength(10_000)
  title = '';

  @IsOptional() @IsString() @MaxLength(30)
  areaCode = '';

  @IsOptional() @IsString() @MaxLength(50)
  missionId = '';

  @IsOptional() @IsString() @MaxLength(50)
  departmentId = '';

  @AsTyped() @MaxLength(20_000)
  ask = '';

  @AsTyped() @MaxLength(20_000)
  cost = '';

  @AsTyped() @MaxLength(20_000)
  evidence = '';
}

export class AnswerProposalForm extends SeenForm {
  @IsOptional() @IsIn(['', ...Object.keys(PROPOSAL_OUTCOMES)])
  outcome: ProposalOutcome | '' = '';

  @AsTyped() @MaxLength(20_000)
  words: string;
}

export class WithdrawProposalForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  words: string;
}
