export const statementsPaths = {
  method: '/method',
  accessibility: '/accessibility',
  cookies: '/cookies',
  privacy: '/privacy',
};
