export const directorsPaths = {
  list: '/directors',
  create: '/directors/new',
  edit: (id: string) => `/directors/${id}/edit`,
};
