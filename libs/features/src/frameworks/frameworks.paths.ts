export const frameworksPaths = {
  home: '/',
  framework: (slug: string) => `/frameworks/${slug}`,
};
