import { ApiProperty } from '@nestjs/swagger';

/** Stands in every answer, so that it stays with the data wherever they go. */
export class AttributionResponse {
  @ApiProperty({ example: 'Open Government Licence v3.0' })
  licence: string;

  @ApiProperty({ format: 'uri' })
  licenceUrl: string;

  @ApiProperty()
  attribution: string;

  @ApiProperty({ description: 'What computed verdicts are not' })
  note: string;
}

export const ATTRIBUTION: AttributionResponse = {
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0. The publisher is named beside each figure.',
  note: 'Computed verdicts are not official statistics.',
};

const OPEN_GOVERNMENT_LICENCE = /^open government licence/i;

/** Of figures: who published them, and under which licence. @param publishers without their order mattering */
export function attributionOf(publishers: readonly string[], licence: string): AttributionResponse {
  const named = [...new Set(publishers)].sort().join(', ');
  const open = OPEN_GOVERNMENT_LICENCE.test(licence);
  const source = named === '' ? 'Contains public sector information' : `Source: ${named}`;
  return {
    licence: open ? ATTRIBUTION.licence : licence,
    licenceUrl: open ? ATTRIBUTION.licenceUrl : /^https?:/.test(licence) ? licence : '',
    attribution: open ? `${source}, licensed under the Open Government Licence v3.0.` : `${source}.`,
    note: ATTRIBUTION.note,
  };
}

/** An answer that is one thing. */
export class AttributedResponse {
  @ApiProperty({ type: AttributionResponse })
  attribution: AttributionResponse = ATTRIBUTION;
}

/** An answer that is a list; a long one comes in pages. */
export class ListResponse extends AttributedResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Hand it back as `cursor` for the next page; null at the end' })
  nextCursor: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Address of the next page, as in the header `Link`; null at the end' })
  next: string | null = null;
}

/** One thing that is at fault. */
export class ReasonResponse {
  @ApiProperty({ example: 'unknown-cursor' })
  code: string;

  @ApiProperty()
  message: string;

  @ApiProperty({ required: false, example: 'cursor' })
  field?: string;
}

/** An error, by RFC 9457. */
export class ProblemResponse {
  @ApiProperty({ example: 'urn:waymark:problem:not-found' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer', example: 404 })
  status: number;

  @ApiProperty()
  instance: string;

  @ApiProperty({ required: false, type: [ReasonResponse], description: 'What is at fault, each with the field or parameter that it is about' })
  reasons?: ReasonResponse[];
}
