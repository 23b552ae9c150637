import { type EntityManager } from 'typeorm';

/** Is an area known from nothing but files under embargo? Such a code and name are a part of what is not published yet. */
export async function isEmbargoedArea(manager: EntityManager, area: { code: string; confirmed: boolean }, now: Date): Promise<boolean> {
  if (area.confirmed) return false;
  const [row]: { embargoed: boolean }[] = await manager.query('SELECT is_embargoed_area($1, $2, $3) AS embargoed', [area.code, area.confirmed, now]);
  return row?.embargoed ?? false;
}
