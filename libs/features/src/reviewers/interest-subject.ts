/** What an interest is in, as one choice of a list: `mission:<id>` or `organisation:<id>`. */
export interface InterestSubject {
  missionId: string | null;
  organisationId: string | null;
}

const SHAPE = /^(mission|organisation):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns neither of the two for a choice that is none. */
export function readSubject(choice: string): InterestSubject {
  const [, kind, id = null] = SHAPE.exec(choice) ?? [];
  return { missionId: kind === 'mission' ? id : null, organisationId: kind === 'organisation' ? id : null };
}

export function subjectOfInterest({ mission, organisation }: { mission: { focusArea: string } | null; organisation: { name: string } | null }): string {
  return mission ? `Mission: ${mission.focusArea}` : (organisation?.name ?? '');
}
