import pg from 'pg';

/** Counts the statements that everybody in this process sends to PostgreSQL while something is done. */
export async function statementsOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: string[] }> {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function counted(this: unknown, ...given: unknown[]) {
    const [first] = given;
    statements.push(typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text ?? 'a query object'));
    return original.apply(this, given);
  };
  try {
    return { result: await work(), statements };
  } finally {
    prototype.query = original;
  }
}
