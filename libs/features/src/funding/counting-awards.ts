/**
 * Common tables `rows` and `counting`, for a statement that begins WITH. Awards that count: of each fund the newest file with money by place, the newest list of places for those without a row in
 * it, and the newest list of projects. An older file stays as it was loaded, and counts no more.
 */
export const COUNTING = `
  kinds AS (
    SELECT a.fund_id, f.id AS file_id, CASE f.layout WHEN 'grants-by-project' THEN 'projects' WHEN 'places-by-council-name' THEN 'places' ELSE 'money' END AS kind
      FROM funding_files f JOIN funding_awards a ON a.file_id = f.id GROUP BY a.fund_id, f.id),
  newest AS (SELECT fund_id, kind, max(file_id) AS file_id FROM kinds GROUP BY fund_id, kind),
  rows AS (SELECT n.kind, a.* FROM newest n JOIN funding_awards a ON a.fund_id = n.fund_id AND a.file_id = n.file_id),
  counting AS (
    SELECT * FROM rows WHERE kind = 'money'
    UNION ALL
    SELECT p.* FROM rows p WHERE p.kind = 'places' AND NOT EXISTS (SELECT FROM rows m WHERE m.kind = 'money' AND m.fund_id = p.fund_id AND lower(m.place) = lower(p.place)))`;
