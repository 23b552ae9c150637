export const accessPaths = {
  signIn: '/sign-in',
  linkSent: '/sign-in/link-sent',
  link: (secret: string) => `/sign-in/link/${secret}`,
  demo: '/sign-in/demo',
  signOut: '/sign-out',
};
