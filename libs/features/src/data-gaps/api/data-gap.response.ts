import { ApiProperty } from '@nestjs/swagger';
import { DATA_GAP_KINDS, DATA_GAP_STATES } from '#domain/data-gaps/data-gap-kind.js';
import { type DataGapLine, missionsOfGap } from '../data-gap-line.js';

/** What the figures of a metric lack for some areas, whose it is to mend, how and by when. */
export class DataGapResponse {
  @ApiProperty()
  reference: string;

  @ApiProperty({ enum: Object.keys(DATA_GAP_KINDS) })
  kind: string;

  @ApiProperty({ enum: Object.keys(DATA_GAP_STATES) })
  state: string;

  @ApiProperty({ description: 'The date needed has passed and the gap is to be closed' })
  overdue: boolean;

  @ApiProperty({ description: 'Slug of the metric' })
  metric: string;

  @ApiProperty({ description: 'The areas as a code or a rule' })
  geography: string;

  @ApiProperty({ description: 'The areas in words' })
  geographyName: string;

  @ApiProperty({ description: 'What is lacking, as last seen' })
  sentence: string;

  @ApiProperty({ description: 'Slug of the framework' })
  framework: string;

  @ApiProperty({ description: 'Slug of the mission that needs the figures' })
  mission: string;

  @ApiProperty({ type: [String], description: 'Slugs of framework and mission of all that need the figures', example: ['levelling-up-2022/health'] })
  missions: string[];

  @ApiProperty({ type: [String], description: 'Slugs of the targets that need the figures' })
  targets: string[];

  @ApiProperty({ type: String, nullable: true, description: 'Who has to close it; null where no department leads the mission' })
  owner: string | null;

  @ApiProperty({ type: String, nullable: true })
  ownerPerson: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null: no plan' })
  plan: string | null;

  @ApiProperty({ type: String, nullable: true })
  resource: string | null;

  @ApiProperty({ format: 'date' })
  dateNeeded: string;

  @ApiProperty({ format: 'date' })
  openedOn: string;

  @ApiProperty({ format: 'date' })
  lastSeenOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  closedOn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was closed, or is not to be closed' })
  reason: string | null;
}

export function dataGapResponse({ metric, mission, targets, owner, ...line }: DataGapLine): DataGapResponse {
  return {
    ...line,
    metric: metric.slug,
    framework: mission.framework,
    mission: mission.mission,
    missions: missionsOfGap({ ...line, metric, mission, targets, owner }),
    targets: targets.map(({ slug }) => slug),
    owner: owner?.name ?? null,
  };
}
