import { Transform, Type } from 'class-transformer';
import { IsArray, IsEmail, IsIn, IsInt, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { type GrantKind, LONGEST_GRANT_REASON } from '#domain/access/council-grants.js';
import { COUNCIL_ROLES, type Role, ROLE_NAMES } from '#domain/access/roles.js';
import { accessWords } from '../access.words.js';

const words = accessWords.people;
/** Longer than any text that the rules let through: what is too long is said by them, with the field. */
const ANY = LONGEST_GRANT_REASON * 20;
const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const listed = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]);

/** The roles that an administrator gives and takes alone. */
export const DIRECT_ROLES: readonly Role[] = ROLE_NAMES.filter((role) => !COUNCIL_ROLES.includes(role));

export class RolesForm {
  @Transform(listed)
  @IsArray({ message: words.roleWrong })
  @IsIn(DIRECT_ROLES, { each: true, message: words.roleWrong })
  roles: Role[] = [];

  /** The roles that the page showed, with a space between. */
  @IsString() @MaxLength(ANY)
  seenRoles = '';
}

export class SeenForm {
  @IsString() @MaxLength(ANY)
  seenRoles = '';
}

export class AddPersonForm {
  @Transform(trimmed)
  @IsString() @IsNotEmpty({ message: words.form.nameMissing }) @MaxLength(200)
  name = '';

  @Transform(trimmed)
  @IsEmail({}, { message: words.form.emailWrong })
  email = '';

  @IsString() @IsNotEmpty({ message: words.form.organisationMissing }) @MaxLength(200)
  organisation = '';

  @IsString() @MaxLength(200)
  home = '';

  @Transform(listed)
  @IsArray({ message: words.roleWrong })
  @IsIn(DIRECT_ROLES, { each: true, message: words.roleWrong })
  roles: Role[] = [];
}

export class PersonDetailsForm {
  @Transform(trimmed)
  @IsString() @IsNotEmpty({ message: words.form.nameMissing }) @MaxLength(200)
  name = '';

  @Transform(trimmed)
  @IsEmail({}, { message: words.form.emailWrong })
  email = '';

  @IsString() @MaxLength(ANY)
  seenName = '';

  @IsString() @MaxLength(ANY)
  seenEmail = '';
}

export class ProposeGrantForm {
  @IsIn(['grant', 'removal'], { message: 'Select whether a role is given or taken' })
  kind: GrantKind;

  @IsUUID('all', { message: accessWords.grants.propose.personMissing })
  person = '';

  @IsIn(COUNCIL_ROLES, { message: 'Select a role of the council' })
  role: Role;

  @IsString() @MaxLength(ANY)
  reason = '';
}

export class DecideGrantForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class RefuseGrantForm extends DecideGrantForm {
  @IsString() @MaxLength(LONGEST_GRANT_REASON, { message: `Why you refuse must be ${LONGEST_GRANT_REASON.toLocaleString('en-GB')} characters or less` })
  reason = '';
}
