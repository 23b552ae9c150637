export const notificationsPaths = {
  inbox: '/inbox',
  notice: (id: string) => `/inbox/${id}`,
  readAll: '/inbox/read-all',
  preferences: '/inbox/preferences',
  mailbox: '/mailbox',
  message: (id: string) => `/mailbox/${id}`,
};
