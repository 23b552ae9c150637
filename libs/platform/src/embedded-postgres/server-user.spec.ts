import { describe, expect, it } from '@jest/globals';
import { serverUserIn } from './server-user.js';

const ROOT = 'root:x:0:0:root:/root:/bin/bash';
const NOBODY = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const POSTGRES = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash';

describe('serverUserIn', () => {
  it.each([
    ['postgres before nobody, wherever they stand', [ROOT, NOBODY, POSTGRES], { name: 'postgres', uid: 101, gid: 104 }],
    ['nobody where there is no postgres', [ROOT, NOBODY], { name: 'nobody', uid: 65534, gid: 65534 }],
    ['never an account that is root by another name', [ROOT, 'postgres:x:0:0::/:/bin/sh', NOBODY], { name: 'nobody', uid: 65534, gid: 65534 }],
    ['never a line that is cut short', [ROOT, 'postgres:x', NOBODY], { name: 'nobody', uid: 65534, gid: 65534 }],
  ])('takes %s', (_, lines, user) => {
    expect(serverUserIn(lines.join('\n'))).toEqual(user);
  });

  it('says what to do where there is neither', () => {
    expect(() => serverUserIn(ROOT)).toThrow('DATABASE_URL');
  });
});
