import { ApiProperty } from '@nestjs/swagger';
import { ADDRESSEE_KINDS, answerStanding } from '#domain/letters/letter-blockers.js';
import { letterDay } from '../letter-names.js';
import { type ListedLetter } from '../letters.queries.js';

export class AddresseeResponse {
  @ApiProperty({ enum: Object.keys(ADDRESSEE_KINDS) })
  kind: string;

  @ApiProperty()
  name: string;
}

/** A letter of the council, or one that it was sent; published ones only. */
export class LetterResponse {
  @ApiProperty()
  reference: string;

  @ApiProperty({ enum: ['out', 'in'] })
  direction: string;

  @ApiProperty({ enum: ['escalation', 'general'] })
  kind: string;

  @ApiProperty()
  subject: string;

  @ApiProperty({ type: [AddresseeResponse] })
  addressees: AddresseeResponse[];

  @ApiProperty({ type: String, nullable: true })
  sender: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Reference of the alert that it is about' })
  alert: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the framework of the alert or mission that it is about' })
  framework: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the mission that it is about' })
  mission: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Reference of the letter that it answers' })
  answers: string | null;

  @ApiProperty()
  body: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  receivedOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  answerDueOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  answeredOn: string | null;

  @ApiProperty({ enum: ['none-asked', 'waiting', 'overdue', 'in-time', 'late'] })
  answer: string;
}

/** @param today ISO date in London */
export function letterResponse({ letter, answeredOn }: ListedLetter, today: string): LetterResponse {
  const { reference, direction, kind, subject, addressees, sender, alert, mission, answers, body, publishedAt, receivedOn, answerDueOn } = letter;
  return {
    reference, direction, kind, subject, addressees: [...addressees], sender, alert: alert?.reference ?? null, framework: (alert?.framework ?? mission?.framework)?.slug ?? null, mission: mission?.slug ?? null, answers: answers?.reference ?? null, body,
    publishedAt: publishedAt?.toISOString() ?? '', receivedOn, answerDueOn, answeredOn, answer: answerStanding({ answerDueOn, answeredOn }, letterDay(letter, today)),
  };
}
