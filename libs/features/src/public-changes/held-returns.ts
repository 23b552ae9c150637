/**
 * The moment from which what a submission came to at `at` is public: what comes to its end within a pre-election period is held until
 * the period has passed or is dropped, as on the mission's page (`publicNumber` of the public returns).
 * @param submission alias of the submission @param at SQL of the moment at which it came to its end
 */
export const publicFrom = (submission: string, at: string): string => `greatest(${at}, (
  SELECT max(least(coalesce(d.dropped_at, 'infinity'), (d.last_day + 1)::timestamp AT TIME ZONE 'Europe/London'))
    FROM calendar_days d
   WHERE d.kind = 'pre-election' AND (${at} AT TIME ZONE 'Europe/London')::date BETWEEN d.first_day AND d.last_day
     AND (d.nation IS NULL OR d.nation = coalesce((SELECT c.nation FROM reporting_calendars c WHERE c.framework_id = ${submission}.framework_id), 'england'))))`;
