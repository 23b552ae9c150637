import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ApplicationError } from '#platform/errors/application-error.js';
import { YamlFile } from './yaml-file.js';

class Entry {
  @IsString()
  slug: string;

  @IsOptional()
  @IsInt()
  number: number | null = null;
}

class Shape {
  @ValidateNested({ each: true })
  @Type(() => Entry)
  entries: Entry[];
}

function reasonsOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof ApplicationError) return error.reasons.map(({ message, field }) => [message, field]);
    throw error;
  }
  return [];
}

describe('YamlFile', () => {
  it('gives the value in its shape, with defaults', () => {
    const file = YamlFile.read(Shape, 'entries:\n  - slug: a\n');
    expect(file.value.entries).toEqual([{ slug: 'a', number: null }]);
  });

  it.each([
    ['entries:\n  - slug: a\n  - slug: 3\n    nmber: 4\n', [
      ['line 3: slug must be a string', 'entries[1].slug'],
      ['line 4: there is no field nmber here', 'entries[1].nmber'],
    ]],
    ['entries:\n  - number: 1\n', [['line 2: slug must be a string', 'entries[0].slug']]],
    ['- a\n', [['line 1: the file holds no fields', '']]],
    ['', [['line 1: the file holds no fields', '']]],
    ['entries: &a []\nmore: *a\n', [['line 2: the alias *a: write the value out', '']]],
  ])('refuses %j', (text, reasons) => expect(reasonsOf(() => YamlFile.read(Shape, text))).toEqual(reasons));

  it('names both lines of a contradiction, in the order of the file', () => {
    const file = YamlFile.read(Shape, 'entries:\n  - slug: a\n  - slug: a\n');
    const refused = file.refuse([
      { code: 'twice', path: ['entries', 1, 'slug'], message: 'slug a is there twice', against: ['entries', 0, 'slug'] },
      { code: 'x', path: ['entries', 0], message: 'something' },
    ]);
    expect(refused.reasons).toEqual([
      { code: 'x', message: 'line 2: something', field: 'entries[0]' },
      { code: 'twice', message: 'line 3: slug a is there twice (see line 2)', field: 'entries[1].slug' },
    ]);
    expect(refused.message).toBe('The file was refused for 2 faults; nothing was changed');
  });
});
