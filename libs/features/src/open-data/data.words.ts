export const dataWords = {
  title: 'Open data',
  intro: 'Everything that is public here can be taken away, page by page through the API or as whole files. No key is needed.',
  licence: 'Words and verdicts are under the Open Government Licence v3.0. Figures are under the licence of their publisher, which each file names. Computed verdicts are not official statistics.',
  api: { text: 'Description of the API (OpenAPI)', href: '/api/openapi.json' },
  verdicts: { heading: 'Every verdict ever given', text: 'The figures’ verdicts, departments’ ratings and the council’s judgements, superseded ones too, each with its cause of change.', },
  metrics: { heading: 'Figures, metric by metric', text: 'The newest figure of every area and period.' },
  releases: { heading: 'Figures, release by release', text: 'Every figure as it came with a release, also those that later releases have replaced.' },
  lists: { heading: 'Lists', text: 'Each as one file, and page by page as JSON.' },
  columns: {
    what: 'What', figures: 'Figures', lines: 'Lines', each: 'Each line', publisher: 'Publisher', updated: 'Newest', published: 'Published', licence: 'Licence', download: 'Download', checksum: 'SHA-256 of the original', releases: 'Releases',
  },
  open: 'Open Government Licence v3.0',
  csv: 'CSV',
  metadata: 'columns',
  json: 'JSON',
  nothing: 'No figures have been published yet.',
  release: (id: number, fileName: string) => `${id}: ${fileName}`,
};
