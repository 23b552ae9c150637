import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { FUNDING_KINDS, type FundingKind, PROGRAMME_KINDS, type ProgrammeKind } from '#domain/delivery-plans/plan-lists.js';
import { NumberOrNull, OneOf, OptionalText, OptionalTexts, Text, TextOrNull } from './answer-fields.js';

const MONEY = 'in £ million, 3 decimal places at most';
const MISSION = 'Slug of a mission of the plan';
const DATE = 'Date like 2026-09-30; empty until it is known';
const NO_SINGLE = 'Slug of a mission of the plan; null for no single one';
const CLAUSES = 'Keys of the parts of the mission’s text that it serves';

class PlanLineRequest {
  @OptionalText('As read; empty for a new one, or a key of your own, by which a milestone may name its policy')
  id: string = '';
}

export class ContributionRequest {
  @Text(MISSION)
  mission: string;

  @OptionalText()
  contribution: string = '';

  @OptionalText('By which policies and programmes')
  policies: string = '';

  @NumberOrNull(`Planned money ${MONEY}; null where none is planned or known`)
  moneyMillions: number | null;

  @OptionalTexts(CLAUSES)
  clauses: string[] = [];
}

export class OutcomeRequest extends PlanLineRequest {
  @Text('What will be different for people')
  title: string;

  @OptionalText()
  description: string = '';
}

export class MetricRequest extends PlanLineRequest {
  @TextOrNull('Slug in the catalogue; null for a measure of the department’s own, which needs its name')
  metric: string | null;

  @OptionalText('Name of a measure of the department’s own; the catalogue names its own')
  name: string = '';

  @Text(MISSION)
  mission: string;

  @OptionalText('What is aimed at: 70% by March 2027')
  aim: string = '';

  @ApiProperty({ description: 'Also a metric of the spending review' })
  @IsBoolean()
  spendingReview: boolean;
}

export class PolicyRequest extends PlanLineRequest {
  @Text()
  title: string;

  @Text(MISSION)
  mission: string;

  @OptionalText('Name of who owns it')
  owner: string = '';

  @OptionalText('The owner’s job')
  ownerJob: string = '';

  @OptionalText(DATE)
  startsOn: string = '';

  @OptionalText(DATE)
  endsOn: string = '';

  @OptionalTexts(CLAUSES)
  clauses: string[] = [];
}

export class MilestoneRequest extends PlanLineRequest {
  @Text('Id of the policy')
  policy: string;

  @Text('What will have happened')
  title: string;

  @OptionalText(DATE)
  dueOn: string = '';
}

export class ProgrammeRequest extends PlanLineRequest {
  @OneOf(PROGRAMME_KINDS)
  kind: ProgrammeKind;

  @OptionalText('Who runs it or has pledged it')
  who: string = '';

  @Text('What is done or pledged')
  title: string;

  @Text(MISSION)
  mission: string;

  @NumberOrNull(`Money ${MONEY}; null where none is pledged or known`)
  moneyMillions: number | null;

  @OptionalText('What happens if it does not come')
  otherwise: string = '';
}

export class FundingRequest extends PlanLineRequest {
  @Text('What the money is for')
  title: string;

  @OneOf(FUNDING_KINDS)
  kind: FundingKind;

  @TextOrNull(NO_SINGLE)
  mission: string | null;

  @NumberOrNull(`Money ${MONEY}`)
  moneyMillions: number | null;

  @OptionalText('The fund or budget that it comes from')
  source: string = '';
}

export class StaffingRequest extends PlanLineRequest {
  @Text('Name of the team')
  team: string;

  @TextOrNull(NO_SINGLE)
  mission: string | null;

  @NumberOrNull('Full-time equivalents, 3 decimal places at most')
  staff: number | null;
}

export class DependencyRequest extends PlanLineRequest {
  @Text('Slug of the other department')
  department: string;

  @TextOrNull(NO_SINGLE)
  mission: string | null;

  @Text('What is needed from it')
  what: string;

  @OptionalText(DATE)
  neededBy: string = '';
}
