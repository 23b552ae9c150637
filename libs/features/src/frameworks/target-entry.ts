import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsNumber, IsObject, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { type TargetDraft } from '#domain/missions/framework-draft.js';
import { type TargetAreas, type TargetMilestone, type TargetRuleData } from '#features/missions/target.entity.js';

/** Words in lower case joined by hyphens, as they stand in addresses. */
export const isSlug = (): PropertyDecorator =>
  Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: '$property must be words in lower case joined by hyphens' });

class BaselineEntry {
  @IsString()
  period: string;

  @IsString() @IsNotEmpty()
  reason: string;
}

class DecisionEntry {
  @IsString()
  period: string;

  @IsString()
  releaseExpected: string;

  @IsOptional() @IsString()
  note?: string;
}

class MilestoneEntry {
  @IsString()
  period: string;

  @IsIn(['derived', 'interim-target'])
  kind: 'derived' | 'interim-target';

  @IsOptional() @IsNumber()
  value?: number;

  @IsOptional() @IsString()
  note?: string;
}

export class TargetEntry implements TargetDraft {
  @isSlug()
  slug: string;

  @IsString() @IsNotEmpty()
  title: string;

  @IsString()
  clause: string;

  @IsOptional() @IsString()
  metric: string | null = null;

  @IsIn(['headline', 'supporting'])
  role: 'headline' | 'supporting';

  @IsOptional() @IsObject()
  areas: (TargetAreas & Record<string, unknown>) | null = null;

  @IsObject()
  rule: TargetRuleData;

  @IsOptional() @ValidateNested() @Type(() => BaselineEntry)
  baseline: BaselineEntry | null = null;

  @IsOptional() @ValidateNested() @Type(() => DecisionEntry)
  decides: DecisionEntry | null = null;

  @IsArray() @ValidateNested({ each: true }) @Type(() => MilestoneEntry)
  milestones: (MilestoneEntry & TargetMilestone)[] = [];

  @IsOptional() @IsString() @IsNotEmpty()
  notComparable: string | null = null;

  @IsOptional() @IsString()
  note: string | null = null;
}
