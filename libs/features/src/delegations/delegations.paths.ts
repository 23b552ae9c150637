export const delegationsPaths = {
  list: '/delegations',
  add: '/delegations/new',
  end: (id: string) => `/delegations/${id}/end`,
};
