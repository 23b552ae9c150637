import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { QUESTION_STATES, type QuestionState } from '../draft-questions.js';
import { SeenRequest } from './draft.request.js';

export class QuestionResponse implements QuestionState {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true, description: 'Title of the section; null for the whole' })
  section: string | null;

  @ApiProperty()
  question: string;

  @ApiProperty({ type: 'integer', description: 'The delivered version that it is about' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ format: 'date', description: 'The last day for the answer. A late answer is taken too, until the review is over' })
  dueOn: string;

  @ApiProperty({ description: 'Past its day without an answer' })
  overdue: boolean;

  @ApiProperty({ enum: QUESTION_STATES, description: '`open` waits for an answer; `closed` had none when the review was over' })
  state: QuestionState['state'];

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the council withdrew it' })
  withdrawnBecause: string | null;

  @ApiProperty({ type: 'integer', description: 'To be sent back with the answer' })
  rowVersion: number;
}

export class QuestionsResponse {
  @ApiProperty({ type: [QuestionResponse], description: 'Newest first' })
  items: QuestionResponse[];
}

export class AnswerQuestionRequest extends SeenRequest {
  @ApiProperty({ description: 'The council reads it word for word, and so does the public once the return or plan is published' })
  @IsString()
  answer: string;
}
