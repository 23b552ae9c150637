/** The words of the pages about figures before their hour. */
export const preReleaseWords = {
  manage: {
    title: 'Pre-release access',
    intro: 'Places may comment on figures about themselves before the hour of publication. Name the bodies for one release; each sees its own place’s figures of that release and nothing else. The list of bodies is published with the release.',
    nothing: 'No release is under embargo.',
    open: 'Name bodies',
    columns: { release: 'Release', hour: 'Publication', window: 'Pre-release access' },
    none: 'None',
    window: (hours: number, bodies: string) => `${hours === 1 ? '1 hour' : `${hours} hours`} before, for ${bodies}`,
  },
  open: {
    title: (file: string) => `Name bodies for ${file}`,
    hours: 'Hours before publication',
    hoursHint: 'From 1 to 24. Nobody may see official statistics earlier.',
    bodies: 'Which bodies?',
    button: 'Name these bodies',
    done: 'The bodies are named and have been told.',
    back: 'Back to pre-release access',
  },
  own: { title: 'Figures before publication', intro: 'Releases under embargo in which you may see and comment on the figures about your own place. Tell nobody what is in them.', nothing: 'No release is open to you now.', line: (publisher: string, hour: string) => `${publisher}, published on ${hour}` },
  show: {
    title: 'Figures about your place before publication',
    warning: (hour: string) => `These figures are under embargo until ${hour}. Tell nobody what is in them.`,
    nothing: 'The release has no figures about your place.',
    columns: { metric: 'Metric', figure: 'Figure', comment: 'Your comment' },
    noComment: 'None',
    write: 'Write a comment',
    blank: 'no value',
    back: 'Back to figures before publication',
  },
  comment: { title: (metric: string) => `Comment on ${metric}`, label: 'Your comment', hint: 'At most 2,000 characters. It appears with the figure at the hour of publication, whole. Leave it empty to take it back.', button: 'Save', done: 'Your comment is kept until the hour of publication.' },
  access: { title: 'Who saw figures before their publication', intro: 'Bodies that could see and comment on the figures about their own place, for at most 24 hours before the hour of publication.', nothing: 'Nobody has had access before publication.', columns: { release: 'Release', hour: 'Published', access: 'Access' } },
};
