/** Addresses that programs ask for. */
export const siteFilesPaths = {
  sitemap: '/sitemap.xml',
  /** A part, from 1, where all addresses are too many for one file. */
  sitemapPart: (number: number | string) => `/sitemaps/${number}.xml`,
  robots: '/robots.txt',
  security: '/.well-known/security.txt',
};
