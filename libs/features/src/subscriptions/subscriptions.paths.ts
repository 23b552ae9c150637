export const subscriptionsPaths = {
  subscribe: '/subscribe',
  /** With what is to be subscribed to filled in. @param about `mission:levelling-up-2022/health` */
  subscribeTo: (about: string) => `/subscribe?about=${encodeURIComponent(about)}`,
  asked: '/subscribe/asked',
  confirm: (secret: string) => `/subscribe/confirm/${secret}`,
  own: (token: string) => `/subscriptions/${token}`,
  change: (token: string, id: string) => `/subscriptions/${token}/${id}`,
  stop: (token: string, id: string) => `/subscriptions/${token}/${id}/stop`,
  stopAll: (token: string) => `/subscriptions/${token}/stop`,
  /** Posted to by mail programs too, without a cookie: see `one-click.ts` of the platform's pages. */
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  counts: '/subscribers',
};
