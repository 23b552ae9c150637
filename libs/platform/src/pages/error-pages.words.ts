interface PageWords {
  title: string;
  paragraphs: string[];
}

/** The words of the error pages by status. */
export const PAGE_OF_STATUS: Record<number, PageWords> = {
  400: { title: 'Waymark could not understand the request', paragraphs: ['Nothing was changed. Go back and try again.'] },
  403: { title: 'You cannot do this', paragraphs: ['Nothing was changed.'] },
  404: {
    title: 'Page not found',
    paragraphs: ['If you typed the web address, check it is correct.', 'If you pasted the web address, check you copied the entire address.'],
  },
  409: {
    title: 'This has changed since you opened it',
    paragraphs: ['Nothing of yours was saved over somebody else’s work. Go back to copy what you typed, then open the page again.'],
  },
  413: { title: 'That is too large', paragraphs: ['Nothing was changed.'] },
  429: { title: 'Too many requests', paragraphs: ['Wait a minute, then try again. Nothing was changed.'] },
  500: {
    title: 'Sorry, there is a problem with the service',
    paragraphs: ['Try again later. What you saved before is kept.'],
  },
  503: { title: 'Sorry, the service is unavailable', paragraphs: ['Try again in a few minutes. What you saved before is kept.'] },
};

/** For a form that comes back because its session was over, or replaced by a new one of the same person. */
export const FORM_KEPT = {
  title: 'Important',
  renewed: 'You have signed in again since you opened this page, so it was not saved yet.',
  signedOut: 'You were signed out before this was saved.',
  typed: 'What you typed is still here: check it, then save it.',
  fileGone: (name: string) => `The file ${name} was not kept, because files never are: you have to choose it again.`,
  chooseAgain: 'Choose the file again',
  visitor: 'This page had been open for so long that nothing was sent. What you typed is still here: check it, then send it again.',
};
