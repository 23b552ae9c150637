import { Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsNotEmpty, IsNotEmptyObject, IsObject, IsOptional, IsString, Matches, ValidateBy, ValidateNested,
} from 'class-validator';
import { AREA_LEVELS, type AreaLevel } from '#domain/observations/area-level.js';
import { MISSING_MARKERS } from '#domain/observations/published-marker.js';

/** A column by its name, by name and occurrence where the header repeats it (`Owner occupied#2`), or by its position from 1. */
export type ColumnOf = string | number;

/** `column: 3` is written as `3` or as `{ column: 3 }`. */
function Column(): PropertyDecorator {
  const check = ValidateBy({
    name: 'isColumn',
    validator: {
      validate: (value: unknown) => (typeof value === 'string' && value.trim() !== '') || (Number.isInteger(value) && Number(value) > 0),
      defaultMessage: () => '$property must name a column: its name, name#2 for the second of that name, or its position from 1',
    },
  });
  const plain = Transform(({ value }: { value: unknown }) => (typeof value === 'object' && value !== null && 'column' in value ? value.column : value));
  return (target, key) => {
    plain(target, key);
    check(target, key);
  };
}

const isMarkers = {
  name: 'isMarkers',
  validator: {
    validate: (value: unknown) => typeof value === 'object' && value !== null && Object.values(value).every((status) => typeof status === 'string'),
    defaultMessage: () => '$property must give each marker its status, as in { na: x }',
  },
};

const isColumns = {
  name: 'isColumns',
  validator: {
    validate: (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string' || Number.isInteger(one)),
    defaultMessage: () => '$property must list columns by name or position',
  },
};

/** Where the area stands. By its code, or else by its name with what tells apart areas of one name. */
export class LayoutArea {
  @IsOptional() @Column()
  code?: ColumnOf;

  @IsOptional() @Column()
  name?: ColumnOf;

  @IsOptional() @Column()
  geography?: ColumnOf;

  @IsOptional() @Column()
  country?: ColumnOf;

  @IsOptional() @IsIn(AREA_LEVELS, { each: true })
  levels?: AreaLevel[];

  /** Names that no rule finds, each with the code that they mean. */
  @IsOptional() @ValidateBy(isMarkers)
  names?: Record<string, string>;
}

class MetricByText {
  @IsString() @IsNotEmpty()
  text: string;

  @IsString() @IsNotEmpty()
  metric: string;
}

/** What a row is about: a column of texts that the catalogue knows, or of texts that contain one of some words; or a line above the header. */
export class LayoutIndicator {
  @IsOptional() @Column()
  column?: ColumnOf;

  @IsOptional() @IsString() @IsNotEmpty()
  preamble?: string;

  @IsOptional() @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => MetricByText)
  contains?: MetricByText[];
}

/** The period of a row; without one of these it is given with the import. */
export class LayoutPeriod {
  @IsOptional() @Column()
  column?: ColumnOf;

  @IsOptional() @IsString() @IsNotEmpty()
  preamble?: string;

  @IsOptional() @IsString() @IsNotEmpty()
  fixed?: string;
}

/** A column of figures. A wide table has several, each with the slug of its metric. */
export class LayoutFigure {
  @Column()
  value: ColumnOf;

  @IsOptional() @Column()
  lower?: ColumnOf;

  @IsOptional() @Column()
  upper?: ColumnOf;

  @IsOptional() @IsString() @IsNotEmpty()
  metric?: string;

  /** What the figures are in; as the catalogue says, where nothing is said here. */
  @IsOptional() @IsString() @IsNotEmpty()
  unit?: string;

  @IsOptional() @IsString() @IsNotEmpty()
  measure?: string;
}

/** How a table of figures is laid out: what its header looks like, and where each role stands. */
export class LayoutFile {
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: '$property must be words in lower case joined by hyphens' })
  name: string;

  @IsString() @IsNotEmpty()
  title: string;

  @IsOptional() @IsIn(['utf-8', 'latin1'])
  encoding: 'utf-8' | 'latin1' = 'utf-8';

  /** Lines stand above the header. */
  @IsOptional() @IsBoolean()
  preamble = false;

  /** A file like this has no figures of areas, and this says where it belongs. */
  @IsOptional() @IsString() @IsNotEmpty()
  refuse?: string;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => LayoutArea)
  area: LayoutArea = new LayoutArea();

  @IsOptional() @IsNotEmptyObject() @ValidateNested() @Type(() => LayoutIndicator)
  indicator?: LayoutIndicator;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => LayoutPeriod)
  period: LayoutPeriod = new LayoutPeriod();

  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => LayoutFigure)
  figures: LayoutFigure[] = [];

  @IsOptional() @Column()
  unit?: ColumnOf;

  @IsOptional() @Column()
  measure?: ColumnOf;

  @IsOptional() @Column()
  status?: ColumnOf;

  @IsOptional() @Column()
  notes?: ColumnOf;

  /** 1 where higher is better, -1 where lower is. */
  @IsOptional() @Column()
  polarity?: ColumnOf;

  /** Columns that belong to the layout and say nothing that is kept. */
  @IsOptional() @IsArray() @ValidateBy(isColumns)
  ignore: ColumnOf[] = [];

  /** Columns that a file of this layout may lack. */
  @IsOptional() @IsArray() @IsString({ each: true })
  optional: string[] = [];

  @IsOptional() @IsIn(['refuse', 'ignore'])
  otherColumns: 'refuse' | 'ignore' = 'refuse';

  /** Markers of a figure that is not there, each with its status. */
  @IsOptional() @ValidateBy(isMarkers)
  missing: Record<string, string> = MISSING_MARKERS;

  /** Figures are written as `432,084`. */
  @IsOptional() @IsBoolean()
  thousands = false;

  /** Columns without name or cells may follow the last one, in some rows or all. */
  @IsOptional() @IsBoolean()
  trailingBlanks = false;

  /** A row whose first cell begins with one of these ends the table. */
  @IsOptional() @IsArray() @IsString({ each: true }) @IsNotEmpty({ each: true })
  footer: string[] = [];

  /** Several rows for one area and period are a fault, or parts of a sum. */
  @IsOptional() @IsIn(['refuse', 'sum'])
  repeats: 'refuse' | 'sum' = 'refuse';
}
