/** What a caller without a good token is asked for. */
export const BEARER_CHALLENGE = 'Bearer realm="Waymark"';
