import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { type Role, ROLE_NAMES } from '#domain/access/roles.js';
import { type OrganisationKind } from '#features/organisations/organisation.entity.js';
import { isSlug } from './target-entry.js';

class OrganisationEntry {
  @isSlug()
  slug: string;

  @IsString() @IsNotEmpty()
  name: string;

  @IsIn(['department', 'council', 'statistics', 'sub-national', 'administration'])
  kind: OrganisationKind;

  @IsOptional() @IsEmail()
  mailbox?: string;

  /** Code of the place whose own council it is. */
  @IsOptional() @IsString() @IsNotEmpty()
  areaCode?: string;
}

class PersonEntry {
  @isSlug()
  slug: string;

  @IsString() @IsNotEmpty()
  name: string;

  @IsEmail()
  email: string;

  @IsString()
  organisation: string;

  @IsArray() @ArrayNotEmpty() @IsIn(ROLE_NAMES, { each: true })
  roles: Role[];

  /** Slug of the department that a secondee comes from. */
  @IsOptional() @IsString()
  homeDepartment?: string;
}

/** Where and since when somebody is director. */
class DirectorEntry {
  @IsEmail()
  email: string;

  /** Codes. */
  @IsArray() @ArrayNotEmpty() @IsString({ each: true })
  places: string[];

  @IsString() @IsNotEmpty()
  appointedBy: string;

  /** ISO date. */
  @IsString() @IsNotEmpty()
  since: string;
}

/** The example's organisations and made-up people as a file. */
export class PeopleFile {
  @IsArray() @ValidateNested({ each: true }) @Type(() => OrganisationEntry)
  organisations: OrganisationEntry[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => PersonEntry)
  people: PersonEntry[];

  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => DirectorEntry)
  directors: DirectorEntry[] = [];
}
