import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNumber, IsObject, IsString, ValidateIf, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '#platform/api/left-out.decorator.js';

// A field says what kind of value it is, first of all; how long or large it may be is the domain's to say, in the words of the pages.

export const A_LIST = '$property must be a list';
/** A list within the list would else pass: its own elements are looked at in its place. */
export const EACH_AN_OBJECT = 'each item of $property must be an object';

const orNull = (): PropertyDecorator => ValidateIf((_body: object, value: unknown) => value !== null);

/** A text that must be there. */
export function Text(description = ''): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ description })(target, key);
    IsString()(target, key);
  };
}

/** A text that may be left out; the class gives its default. */
export function OptionalText(description = ''): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ description })(target, key);
    MayBeLeftOut()(target, key);
    IsString()(target, key);
  };
}

export function TextOrNull(description: string): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ type: String, nullable: true, description })(target, key);
    orNull()(target, key);
    IsString()(target, key);
  };
}

export function NumberOrNull(description: string): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ type: Number, nullable: true, description })(target, key);
    orNull()(target, key);
    IsNumber({}, { message: '$property must be a number' })(target, key);
  };
}

/** One of the names of a list of choices. */
export function OneOf(choices: object): PropertyDecorator {
  const names = Object.keys(choices);
  return (target, key) => {
    ApiProperty({ enum: names })(target, key);
    IsIn(names, { message: `$property must be one of ${names.join(', ')}` })(target, key);
  };
}

/** A list of texts that may be left out. */
export function OptionalTexts(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String], description })(target, key);
    MayBeLeftOut()(target, key);
    IsArray({ message: A_LIST })(target, key);
    IsString({ each: true, message: 'each item of $property must be a string' })(target, key);
  };
}

/** A list of objects of a class that may be left out; given, it is whole. */
export function OptionalItems(item: new () => object): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [item] })(target, key);
    MayBeLeftOut()(target, key);
    IsArray({ message: A_LIST })(target, key);
    IsObject({ each: true, message: EACH_AN_OBJECT })(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => item)(target, key);
  };
}
