import pg from 'pg';

/** A connection as somebody has who goes round the application; whoever opens it ends it. */
export async function clientOf(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, options: '-c search_path=waymark' });
  await client.connect();
  return client;
}
