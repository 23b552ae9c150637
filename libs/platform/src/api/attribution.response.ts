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

/** An answer that is one thing. */
export class AttributedResponse {
  @ApiProperty({ type: AttributionResponse })
  attribution: AttributionResponse = ATTRIBUTION;
}

/** An answer that is a list; a long one comes in pages. */
export class ListResponse extends AttributedResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Hand it back as `cursor` for the next page; null at the end' })
  nextCursor: string | null = null;
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
}
