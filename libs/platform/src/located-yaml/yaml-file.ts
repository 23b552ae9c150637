import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { LocatedYaml, type YamlPath } from './located-yaml.js';

/** A fault at a place of the file; `against` is the other place where two contradict each other. */
export interface PlacedFault {
  code: string;
  path: YamlPath;
  message: string;
  against?: YamlPath;
}

/** A YAML file of a known shape. Whatever is wrong with it is refused with the line at fault, all faults at once. */
export class YamlFile<Shape extends object> {
  private constructor(
    readonly value: Shape,
    private readonly located: LocatedYaml,
  ) {}

  /** @throws ApplicationError naming each fault: `line 12: …`, its field the path */
  static read<Shape extends object>(Shape: new () => Shape, text: string): YamlFile<Shape> {
    const located = LocatedYaml.parse(text);
    if (Array.isArray(located)) {
      throw refusal(located.map(({ line, message }) => ({ line, code: 'no-yaml', message, field: '' })));
    }
    const { value } = located;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw refusal([{ line: 1, code: 'no-yaml', message: 'the file holds no fields', field: '' }]);
    }
    const instance = plainToInstance(Shape, value);
    const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    const file = new YamlFile(instance, located);
    if (errors.length > 0) throw file.refuse(faultsOf(errors, []));
    return file;
  }

  /** The refusal of this file for faults of what it says, in the order of its lines. */
  refuse(faults: readonly PlacedFault[]): ApplicationError {
    return refusal(
      faults.map(({ code, path, message, against }) => ({
        line: this.located.lineOf(path),
        code,
        message: against ? `${message} (see line ${this.located.lineOf(against)})` : message,
        field: fieldOf(path),
      })),
    );
  }
}

function refusal(faults: { line: number; code: string; message: string; field: string }[]): ApplicationError {
  const reasons: Reason[] = faults
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, code, message, field }) => ({ code, message: `line ${line}: ${message}`, field }));
  const count = reasons.length === 1 ? 'one fault' : `${reasons.length} faults`;
  return ApplicationError.invalid(reasons, `The file was refused for ${count}; nothing was changed`);
}

function faultsOf(errors: ValidationError[], above: YamlPath): PlacedFault[] {
  return errors.flatMap((error) => {
    const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
      code,
      path,
      message: code === 'whitelistValidation' ? `there is no field ${error.property} here` : message,
    }));
    return [...own, ...faultsOf(error.children ?? [], path)];
  });
}

/** `missions[4].leads[1].from` */
function fieldOf(path: YamlPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`)).join('');
}
