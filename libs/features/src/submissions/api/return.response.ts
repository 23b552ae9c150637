import { ApiProperty } from '@nestjs/swagger';
import { type PublicReturn, type PublicVersion } from '../public-returns.queries.js';

export class CouncilReasonResponse {
  @ApiProperty({ description: 'Title of the section; empty for the whole' })
  section: string;

  @ApiProperty()
  text: string;
}

export class ReviewQuestionResponse {
  @ApiProperty({ description: 'Title of the section; empty for the whole' })
  section: string;

  @ApiProperty()
  question: string;

  @ApiProperty({ type: String, nullable: true, description: 'The department’s answer; null where none came' })
  answer: string | null;
}

export class AcceptedVersionResponse {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The department’s words and figures as signed' })
  content: Record<string, unknown>;

  @ApiProperty({ type: [CouncilReasonResponse], description: 'The council’s reservations, or what is not resolved, word for word' })
  reservations: CouncilReasonResponse[];

  @ApiProperty({ type: [ReviewQuestionResponse], description: 'What the council asked in review and what the department answered' })
  questions: ReviewQuestionResponse[];
}

export class DepartmentResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;
}

/** What a department owes the council. Drafts are not shown. */
export class ReturnResponse {
  @ApiProperty({ example: 'ER-2026-7K3D' })
  reference: string;

  @ApiProperty({ enum: ['evidence-return', 'delivery-plan'] })
  kind: string;

  @ApiProperty({ type: DepartmentResponse })
  department: DepartmentResponse;

  @ApiProperty()
  framework: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the mission; null for a plan' })
  mission: string | null;

  @ApiProperty({ example: 'April 2025 to March 2026' })
  covers: string;

  @ApiProperty({ format: 'date' })
  coversFrom: string;

  @ApiProperty({ format: 'date' })
  coversTo: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ description: 'Past its day, and nothing has been delivered' })
  overdue: boolean;

  @ApiProperty({ enum: ['due', 'with-the-council', 'accepted', 'published-unresolved', 'not-submitted', 'not-owed'] })
  status: string;

  @ApiProperty({ type: AcceptedVersionResponse, nullable: true })
  accepted: AcceptedVersionResponse | null;

  @ApiProperty({ type: AcceptedVersionResponse, nullable: true, description: 'A delivery that the council did not accept and that is public all the same' })
  unresolved: AcceptedVersionResponse | null;
}

export function returnResponse({ coversLabel, accepted, unresolved, ...facts }: PublicReturn): ReturnResponse {
  return { ...facts, covers: coversLabel, accepted: accepted && versionResponse(accepted), unresolved: unresolved && versionResponse(unresolved) };
}

function versionResponse({ version, submittedAt, content, council }: PublicVersion): AcceptedVersionResponse {
  return {
    version,
    submittedAt: submittedAt.toISOString(),
    content,
    reservations: council.reasons.map(({ title, text }) => ({ section: title, text })),
    questions: council.questions.map(({ about, question, answer }) => ({ section: about, question, answer })),
  };
}
