import { SMTPServer } from 'smtp-server';

/** One message that the catcher accepted. */
export interface CaughtMail {
  reference: string;
  recipient: string;
}

/** An SMTP server that counts what it accepted, and that can be told to keep senders waiting. */
export class MailCatcher {
  readonly accepted: CaughtMail[] = [];
  stalls = false;
  private held: (() => void)[] = [];
  private begun?: () => void;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailCatcher> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, session, callback) {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          const mail = { reference: /^X-Waymark-Reference: (\S+)/im.exec(text)?.[1] ?? '', recipient: session.envelope.rcptTo[0]?.address ?? '' };
          catcher.take(mail, callback);
        });
      },
    });
    // A sender that is killed in the middle is what the suites are about.
    server.on('error', () => undefined);
    const catcher = new MailCatcher(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return catcher;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  /** Resolves when the next sender has handed over its words and waits for the answer. */
  nextHandover(): Promise<void> {
    return new Promise((resolve) => (this.begun = resolve));
  }

  /** Forgets the senders that wait: they got no answer, so nothing was accepted. */
  release(): void {
    this.stalls = false;
    for (const drop of this.held.splice(0)) drop();
  }

  async stop(): Promise<void> {
    this.release();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private take(mail: CaughtMail, callback: (error?: Error | null) => void): void {
    this.begun?.();
    if (this.stalls) {
      this.held.push(() => callback(new Error('not accepted')));
      return;
    }
    this.accepted.push(mail);
    callback();
  }
}
