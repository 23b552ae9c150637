/** PostgreSQL could not be prepared or started; the message says why, with the end of its log where there is one. */
export class EmbeddedPostgresFailed extends Error {
  readonly code = 'embedded-postgres-failed';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresFailed';
  }
}
