import { ApiProperty } from '@nestjs/swagger';
import { INQUIRY_ORIGINS, INQUIRY_STATES } from '#domain/inquiries/inquiry-status.js';
import { type Inquiry } from '../inquiry.entity.js';

const INSTANT_OR_NULL = { type: String, format: 'date-time', nullable: true };

/** An inquiry of the council. Its findings come once they are published, and not before. */
export class InquiryResponse {
  @ApiProperty()
  reference: string;

  @ApiProperty({ enum: Object.keys(INQUIRY_STATES) })
  state: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'What it looks into' })
  scope: string;

  @ApiProperty({ enum: Object.keys(INQUIRY_ORIGINS) })
  origin: string;

  @ApiProperty({ type: String, nullable: true })
  commissionedBy: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  commissionedOn: string | null;

  @ApiProperty({ type: [String], description: 'Slugs of framework and mission', example: ['levelling-up-2022/health'] })
  missions: string[];

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ format: 'date' })
  expectedEnd: string;

  @ApiProperty(INSTANT_OR_NULL)
  publishedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null until they are published' })
  findings: string | null;

  @ApiProperty(INSTANT_OR_NULL)
  endedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was abandoned, or closed with recommendations that have no answer' })
  endReason: string | null;
}

/** @param findings the published text; null where there is none */
export function inquiryResponse({ reference, state, title, scope, origin, commissionedBy, commissionedOn, missions, openedAt, expectedEnd, publishedAt, endedAt, endReason }: Inquiry, findings: string | null): InquiryResponse {
  return {
    reference, state, title, scope, origin, commissionedBy, commissionedOn, missions: missions.map(({ mission }) => `${mission.framework.slug}/${mission.slug}`).sort(),
    openedAt: openedAt.toISOString(), expectedEnd, publishedAt: publishedAt?.toISOString() ?? null, findings, endedAt: endedAt?.toISOString() ?? null, endReason,
  };
}
