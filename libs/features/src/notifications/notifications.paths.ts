export const notificationsPaths = {
  mailbox: '/mailbox',
  message: (id: string) => `/mailbox/${id}`,
};
