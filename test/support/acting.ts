import { type DataSource, type EntityManager } from 'typeorm';

/** Sends statements as the services do: in one transaction that says who acts, `user:<id>` or `job:<name>`. */
export async function actingAs<Result>(dataSource: DataSource, actor: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('waymark.actor', $1, true)`, [actor]);
    return work(manager);
  });
}
