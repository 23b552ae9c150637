import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type DroppedFile } from '#platform/uploads/form-in-parts.js';

/** Fields of a form as its body was read. */
export type FormFields = Record<string, unknown>;

/** What is kept of a form: never its file, but what it was called. */
interface KeptContent {
  fields: FormFields;
  file?: DroppedFile;
}

/** More than this is not kept. Bytes of its JSON. */
const LARGEST = 256 * 1024;
/** Never kept, whatever it holds. */
const SECRET = /csrf|password|passwd|secret|token/i;
/** Hidden fields and buttons: no text of a person's. */
const NOT_TYPED = new Set(['rowVersion', 'then']);
const TAG_BYTES = 16;
const IV_BYTES = 12;

/** What of a body is kept: nothing secret, and only where somebody typed something and it is not too much. */
export function fieldsToKeep(body: unknown): FormFields | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const fields = withoutSecrets(body) as FormFields;
  if (!hasText(fields) || Buffer.byteLength(JSON.stringify(fields)) > LARGEST) return undefined;
  return fields;
}

/** @param token only who holds it can read the form again */
export function lockForm(form: KeptContent, token: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), iv);
  const locked = Buffer.concat([cipher.update(JSON.stringify(form), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), locked]);
}

/** @throws Error where the token is another one or the bytes were changed */
export function unlockForm(sealed: Buffer, token: string): KeptContent {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(opened.toString('utf8')) as KeptContent;
}

function keyOf(token: string): Buffer {
  return createHash('sha256').update(`kept form ${token}`).digest();
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, held]) => (SECRET.test(name) ? [] : [[name, withoutSecrets(held)]])));
}

/** Did somebody type something? */
export function hasText(value: unknown, name = ''): boolean {
  if (typeof value === 'string') return value.trim() !== '' && !NOT_TYPED.has(name);
  return typeof value === 'object' && value !== null && Object.entries(value).some(([key, held]) => hasText(held, key));
}
