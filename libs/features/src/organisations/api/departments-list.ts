import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, whole, texts } = field;

/** Departments with what they lead and owe. How they deal with alerts is counted in `alerts/departments`. */
export const DEPARTMENTS: OpenList = {
  path: 'departments', tag: 'departments', title: 'Departments', noun: 'That department',
  description: 'A department with the missions that it leads today, and what it has delivered and owes.',
  item: shapeOf('DepartmentLineResponse', {
    slug: text('Names the department in addresses and files', { example: 'dfe' }), name: text('Name of the department'), shortName: text('Short name'),
    missions: texts('Slugs of framework and mission of those that it leads today, of frameworks that run', { example: ['levelling-up-2022/education'] }),
    returnsOwed: whole('Returns and plans that are open and not delivered, of frameworks that run'), returnsOverdue: whole('Of these, those whose day has passed'),
    returnsMarkedOverdue: whole('Returns and plans that were marked overdue once, delivered since or not'), returnsNotSubmitted: whole('Returns and plans whose window closed with nothing'),
    returnsAccepted: whole('Returns and plans that the council accepted'), alertsRaised: whole('Alerts that it owes or owed an answer to'), alertsOpen: whole('Of these, those that are open, of frameworks that run'),
    ratingsGiven: whole('Ratings that it has given with a public return'),
  }),
  key: { slug: 'text' }, id: 'slug',
  source: {
    sql: `SELECT o.slug, o.name, o.short_name AS "shortName",
                 ARRAY(SELECT f.slug || '/' || m.slug FROM mission_leads l JOIN missions m ON m.id = l.mission_id JOIN frameworks f ON f.id = m.framework_id
                        WHERE l.organisation_id = o.id AND l.from_date <= moment.today AND (l.to_date IS NULL OR l.to_date > moment.today) AND f.closed_at IS NULL ORDER BY 1) AS missions,
                 r.owed AS "returnsOwed", r.overdue AS "returnsOverdue", r.marked AS "returnsMarkedOverdue", r.missing AS "returnsNotSubmitted", r.accepted AS "returnsAccepted",
                 (SELECT count(*) FROM alerts a WHERE a.organisation_id = o.id) AS "alertsRaised",
                 (SELECT count(*) FROM alerts a WHERE a.organisation_id = o.id AND a.status <> 'closed' AND NOT framework_is_closed(a.framework_id)) AS "alertsOpen",
                 (SELECT count(*) FROM judgements j JOIN submission_versions v ON v.id = j.submission_version_id JOIN submissions s ON s.id = v.submission_id
                   WHERE s.organisation_id = o.id AND j.kind = 'department') AS "ratingsGiven"
            FROM moment, organisations o
            CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE s.standing_version IS NULL AND s.status NOT IN ('not-submitted', 'not-owed') AND f.closed_at IS NULL) AS owed,
                     count(*) FILTER (WHERE s.standing_version IS NULL AND s.status NOT IN ('not-submitted', 'not-owed') AND f.closed_at IS NULL AND s.due_on < (SELECT today FROM moment)) AS overdue,
                     count(*) FILTER (WHERE s.overdue_at IS NOT NULL) AS marked, count(*) FILTER (WHERE s.status = 'not-submitted') AS missing,
                     count(*) FILTER (WHERE s.status = 'accepted') AS accepted
                FROM submissions s JOIN frameworks f ON f.id = s.framework_id WHERE s.organisation_id = o.id) r
           WHERE o.kind = 'department'`,
  },
};
