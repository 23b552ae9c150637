/** The words of the sign-in pages. */
export const accessWords = {
  signIn: {
    title: 'Sign in',
    intro: 'For departments, the council, statisticians and administrators. You need no account to read the public pages.',
    email: 'Email address',
    emailHint: 'We will send you a link that works once, for 10 minutes',
    emailWrong: 'Enter an email address in the correct format, like name@example.org',
    button: 'Send me a link',
    demoTitle: 'Try it as one of the example’s people',
    demoIntro: 'This is a demonstration: the people are made up, and one click signs you in as any of them.',
    demoButton: 'Sign in as',
    kept: 'You were signed out before your form was saved. What you typed is kept for 24 hours: sign in again in this browser, and you get it back.',
  },
  linkSent: {
    title: 'Check your email',
    paragraphs: [
      'If the address belongs to somebody who uses Waymark, we have sent a link to it.',
      'The link works once, for 10 minutes. If it does not arrive, look in your spam folder, then ask for a new one.',
    ],
  },
  link: {
    title: 'Finish signing in',
    text: 'Press the button to sign in. The link works once.',
    button: 'Sign in',
    badTitle: 'This link no longer works',
    badText: 'It has been used, or it is older than 10 minutes. Ask for a new one.',
  },
  signedOut: { title: 'Signed out', text: 'You have signed out of Waymark.' },
  keptForm: { title: 'Important', text: 'You were signed out before this was saved. What you typed is still here: check it, then save it.' },
  tooOld: 'You were signed out because it has been 12 hours since you signed in. Sign in again to go on; what you saved is kept.',
};
