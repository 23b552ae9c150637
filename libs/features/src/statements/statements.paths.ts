export const statementsPaths = {
  method: '/method',
  forecasts: '/method#forecasts',
  accessibility: '/accessibility',
  cookies: '/cookies',
  privacy: '/privacy',
};
