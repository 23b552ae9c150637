import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, whole, day, instant, flag, free, things } = field;

/** Every target of every framework, with all that it has ever asked for. */
export const TARGETS: OpenList = {
  path: 'targets', tag: 'missions', title: 'Targets', noun: 'That target',
  description: 'A dated target as a rule over a metric: what it asks for now, what it asked for when it was first published, and every change between.',
  item: shapeOf('TargetWithVersionsResponse', {
    id: text('Names the target for ever'),
    framework: text('Slug of the framework', { example: 'levelling-up-2022' }),
    mission: text('Slug of the mission', { example: 'education' }),
    slug: text('Slug of the target within its mission'),
    title: text('What it asks for, in words'),
    clause: text('Key of the clause of the mission’s text'),
    role: text('Headline, or supporting', { enum: ['headline', 'supporting'] }),
    metric: text('Slug of the metric', { orNone: true }),
    rule: free('Its kind, and the fields of that kind'),
    areas: free('`one` area by code, the `sum` of some, or `every` area of some tiers', { orNone: true }),
    baseline: free('Period that it is measured from, and why', { orNone: true }),
    decides: free('Period that decides it, and the first day on which its figure can be there', { orNone: true }),
    decidingPeriod: text('Period of the figure that decides', { orNone: true, example: '2029-09-01/P1Y' }),
    notComparable: text('Why figures there are do not measure it', { orNone: true }),
    note: text('What else is to be known', { orNone: true }),
    version: whole('Number of the version that holds; 1 for one that was never reset'),
    firstPublished: free('What it asked for when it was first published: it stays judged beside the target as it stands'),
    versions: things('Every version, the first first; none for a target that was never reset', {
      number: whole('From 1'), from: day('First day of the version'), reason: text('Why'), setBy: text('Who set it'), whileOffTrack: flag('It was changed while it was off track'),
      interimReview: text('Reference of the interim review that it follows', { orNone: true }), recordedAt: instant('When it was recorded'), definition: free('What it asks for'),
    }),
  }),
  key: { id: 'text' }, id: 'id',
  filters: [
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' },
    { name: 'metric', kind: 'text', description: 'Slug of the metric' },
    { name: 'role', kind: ['headline', 'supporting'], description: 'Headline, or supporting' },
  ],
  source: {
    sql: `SELECT t.id::text AS id, f.slug AS framework, m.slug AS mission, t.slug, t.title, t.clause_key AS clause, t.role, x.slug AS metric, t.rule, t.areas, t.baseline, t.decides,
                 t.decides ->> 'period' AS "decidingPeriod", t.not_comparable AS "notComparable", t.note, t.first_published AS "firstPublished",
                 coalesce((SELECT max(v.number) FROM target_versions v, moment WHERE v.target_id = t.id AND v.from_date <= moment.today), 1) AS version,
                 (SELECT coalesce(json_agg(json_build_object('number', v.number, 'from', v.from_date, 'reason', v.reason, 'setBy', v.set_by, 'whileOffTrack', v.while_off_track,
                    'interimReview', v.interim_review, 'recordedAt', to_char(v.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'definition', v.definition) ORDER BY v.number), '[]')
                    FROM target_versions v WHERE v.target_id = t.id) AS versions
            FROM targets t JOIN missions m ON m.id = t.mission_id JOIN frameworks f ON f.id = m.framework_id LEFT JOIN metrics x ON x.id = t.metric_id`,
  },
};
