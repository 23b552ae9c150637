import { Ajv, type ValidateFunction } from 'ajv';
import { type TestApplication } from './application.js';

export type Body = Record<string, unknown>;

interface Media {
  schema: object;
  examples?: Record<string, { summary: string; value: Body }>;
}

export interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

/** The description of the API as it is served, and what of a body is not as described. */
export class ApiDescription {
  private readonly checks = new Map<object, ValidateFunction>();

  private constructor(private readonly description: Description) {}

  static async of(waymark: TestApplication): Promise<ApiDescription> {
    return new ApiDescription((await waymark.visitor().get('/api/openapi.json')).body as Description);
  }

  /** Every method of the addresses below one, as `patch /api/v1/…`. */
  below(prefix: string): { name: string; one: Operation }[] {
    return Object.entries(this.description.paths)
      .filter(([path]) => path.startsWith(prefix))
      .flatMap(([path, operations]) => Object.entries(operations).map(([method, one]) => ({ name: `${method} ${path}`, one })));
  }

  operation(method: string, path: string): Operation {
    const found = this.description.paths[path]?.[method];
    if (!found) throw new Error(`${method} ${path} is not described`);
    return found;
  }

  examplesOf(method: string, path: string, type = 'application/json'): Record<string, Body> {
    const examples = this.operation(method, path).requestBody?.content[type]?.examples ?? {};
    return Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]));
  }

  schema(name: string): object | undefined {
    return this.description.components.schemas[name];
  }

  faults(schema: object | undefined, value: unknown): unknown[] {
    if (!schema) return ['not described'];
    const validate = this.checks.get(schema) ?? new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(withNull({ ...schema, components: this.description.components }) as object);
    this.checks.set(schema, validate);
    validate(value);
    return validate.errors ?? [];
  }

  /** What of an answer is not as described: its status, or its body. */
  faultsOfAnswer(method: string, path: string, { status, text }: { status: number; text: string }): unknown[] {
    const response = this.operation(method, path).responses[String(status)];
    if (!response) return [`${status} is not described`];
    const [media] = Object.values(response.content ?? {});
    return media ? this.faults(media.schema, JSON.parse(text)) : [];
  }
}

/** OpenAPI 3.0's `nullable` in the words of JSON Schema. */
function withNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNull);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withNull(value)]));
  return nullable ? { anyOf: [rest, { type: 'null' }] } : rest;
}
