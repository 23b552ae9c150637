import { type PoolClient } from 'pg';
import { type EntityManager } from 'typeorm';

/**
 * Asks for rows as arrays in the order of the columns: for reads of a hundred thousand rows, where an object a row would cost
 * more than the query.
 * @param manager asks on its transaction's connection where it has one, else on one of its own
 */
export async function rowArrays<Row extends unknown[]>(manager: EntityManager, text: string, values: unknown[]): Promise<Row[]> {
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    const { rows } = await client.query<Row>({ text, values, rowMode: 'array' });
    return rows;
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}
