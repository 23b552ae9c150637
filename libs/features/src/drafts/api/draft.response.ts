import { ApiProperty } from '@nestjs/swagger';
import { ATTACHMENT_STATES } from '#domain/attachments/attachment-workflow.js';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import { type DraftLine, type DraftState } from '../draft-state.js';
import { QuestionResponse } from './question.bodies.js';

export class DraftLineResponse implements DraftLine {
  @ApiProperty({ example: 'ER-2026-7K3D' })
  reference: string;

  @ApiProperty({ enum: ['evidence-return', 'delivery-plan'] })
  kind: DraftLine['kind'];

  @ApiProperty()
  framework: string;

  @ApiProperty({ type: String, nullable: true })
  mission: string | null;

  @ApiProperty()
  covers: string;

  @ApiProperty({ format: 'date' })
  coversFrom: string;

  @ApiProperty({ format: 'date' })
  coversTo: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  closesOn: string | null;

  @ApiProperty()
  overdue: boolean;

  @ApiProperty({ enum: SUBMISSION_STATES })
  status: DraftLine['status'];

  @ApiProperty({ example: 'Awaiting sign-off' })
  statusWords: string;

  @ApiProperty({ type: 'integer', description: 'To be sent back with every change' })
  rowVersion: number;

  @ApiProperty({ description: 'Its page for people' })
  page: string;
}

export class DraftsResponse {
  @ApiProperty({ type: [DraftLineResponse], description: 'By due date' })
  items: DraftLineResponse[];
}

export class MissingResponse {
  @ApiProperty({ example: 'narrative-missing' })
  code: string;

  @ApiProperty({ example: 'Enter what was done and what came of it' })
  message: string;

  @ApiProperty({ type: String, nullable: true })
  field: string | null;
}

export class AskedReasonResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Title of the section; null for the whole' })
  section: string | null;

  @ApiProperty()
  text: string;
}

export class AskedResponse {
  @ApiProperty()
  heading: string;

  @ApiProperty({ type: [AskedReasonResponse] })
  reasons: AskedReasonResponse[];
}

export class DraftResponse extends DraftLineResponse {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The draft: answers, figures filled in, files, contributions' })
  content: Record<string, unknown>;

  @ApiProperty({ type: [MissingResponse], description: 'What stands against sending it for sign-off' })
  missing: MissingResponse[];

  @ApiProperty({ type: [AskedResponse], description: 'What the SRO or the council asked for' })
  asked: AskedResponse[];

  @ApiProperty({ type: [QuestionResponse], description: 'What the council has asked about what was delivered, newest first, each with its clock' })
  questions: QuestionResponse[];

  @ApiProperty({ type: [String], description: 'Moves that the token’s person may make now; signing is none of them: a person signs on the page', example: ['save', 'send-for-sign-off'] })
  actions: string[];

  @ApiProperty({ type: 'integer' })
  deliveredVersions: number;
}

export class BegunResponse {
  @ApiProperty({ example: 'ER-2026-7K3D' })
  reference: string;

  @ApiProperty({ type: 'integer' })
  rowVersion: number;
}

export class MovedResponse extends BegunResponse {
  @ApiProperty({ enum: SUBMISSION_STATES })
  status: DraftLine['status'];
}

export class AttachmentResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'survey.pdf' })
  name: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ example: 'application/pdf' })
  type: string;

  @ApiProperty({ type: 'integer' })
  bytes: number;

  @ApiProperty({ description: 'SHA-256 in hex' })
  checksum: string;

  @ApiProperty({ enum: Object.keys(ATTACHMENT_STATES) })
  state: string;

  @ApiProperty({ enum: ['not-configured', 'pending', 'clean', 'found'] })
  virusCheck: string;
}

export function draftResponse(state: DraftState): DraftResponse {
  return { ...state, content: { ...state.content } };
}
