export const statementsPaths = {
  method: '/method',
  forecasts: '/method#forecasts',
  ambition: '/method#ambition',
  accessibility: '/accessibility',
  cookies: '/cookies',
  privacy: '/privacy',
};
