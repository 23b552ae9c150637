import { ApiProperty } from '@nestjs/swagger';
import { AttributedResponse } from '#platform/api/attribution.response.js';
import { type Area } from '../area.entity.js';

/** A place of the register. */
export class AreaResponse extends AttributedResponse {
  @ApiProperty({ example: 'E08000003', description: 'GSS code, or a code of the international territorial levels' })
  code: string;

  @ApiProperty({ example: 'Manchester' })
  name: string;

  @ApiProperty({ example: 'unitary' })
  level: string;

  @ApiProperty({ type: String, nullable: true })
  country: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the area that it lies in' })
  parent: string | null;

  @ApiProperty({ description: 'False: taken from a file of figures as it stood there' })
  confirmed: boolean;
}

export function areaResponse({ code, name, level, country, parentCode, confirmed }: Area): AreaResponse {
  return Object.assign(new AreaResponse(), { code, name, level, country, parent: parentCode, confirmed });
}
