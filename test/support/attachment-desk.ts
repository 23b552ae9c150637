import { type Agent, type TestApplication } from './application.js';

export interface SentFile {
  content: Buffer;
  name: string;
  title?: string;
}

export interface Answer {
  status: number;
  to: string;
  text: string;
}

/** The page where files of a return or plan are attached. */
export class AttachmentDesk {
  constructor(
    private readonly waymark: TestApplication,
    private readonly kind: 'evidence-returns' | 'delivery-plans' = 'evidence-returns',
  ) {}

  listOf(submissionId: string): string {
    return `/${this.kind}/${submissionId}/attachments`;
  }

  /** Attaches a file as a browser does. Names are sent as they are, so that odd ones arrive. */
  async attach(agent: Agent, submissionId: string, { content, name, title = 'A survey' }: SentFile, token?: string): Promise<Answer> {
    const address = `${this.listOf(submissionId)}/add`;
    const csrf = token ?? (await this.tokenOf(agent));
    const boundary = 'waymark-test-boundary';
    const field = (key: string, value: string): string => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
    const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(field('_csrf', csrf) + field('title', title) + file), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const response = await agent
      .post(address)
      .redirects(0)
      .set('Host', new URL(this.waymark.address).host)
      .set('Referer', `${this.waymark.address}${address}`)
      .set('Content-Type', `multipart/form-data; boundary=${boundary}`)
      .send(body);
    return { status: response.status, to: String(response.headers['location'] ?? ''), text: response.text };
  }

  /** Any signed-in person's token: one lies on the page that ends the session. */
  async tokenOf(agent: Agent): Promise<string> {
    return (await this.waymark.open(agent, '/sign-out')).$('input[name="_csrf"]').attr('value') ?? '';
  }
}
