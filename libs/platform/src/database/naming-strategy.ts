import { DefaultNamingStrategy, type Table } from 'typeorm';

/** Constraint names that a person can read in an error message: `fk_targets_mission_id` instead of a hash. */
export class ReadableNamingStrategy extends DefaultNamingStrategy {
  override primaryKeyName(table: Table | string): string {
    return nameOf('pk', table, []);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return nameOf('uq', table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return nameOf('fk', table, columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return nameOf('ix', table, columns);
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return nameOf('uq', table, columns);
  }
}

/** Column names are sorted by TypeORM in places and not in others; sorted here they are the same everywhere. */
function nameOf(kind: string, table: Table | string, columns: string[]): string {
  const bare = (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';
  return [kind, bare, ...[...columns].sort()].join('_').slice(0, 63);
}
