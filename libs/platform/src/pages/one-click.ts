/**
 * The one address to which a form may come without a session's token: mail programs post to it when somebody presses their
 * "unsubscribe" (RFC 8058), without a cookie and without having opened a page. What it does, it does for the secret in the address,
 * which no other site knows.
 */
const ONE_CLICK = /^\/unsubscribe\/[^/]+$/;

export function isOneClick({ method, path }: { method: string; path: string }): boolean {
  return method === 'POST' && ONE_CLICK.test(path);
}
