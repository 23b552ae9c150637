export const judgementsPaths = {
  council: '/council/judgements',
  newCouncil: (missionId: string) => `/council/judgements/${missionId}/new`,
  recordedCouncil: (missionId: string) => `/council/judgements/${missionId}/recorded`,
};
