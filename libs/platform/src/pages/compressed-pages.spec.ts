import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { compressedPages } from './compressed-pages.js';

const LONG = 'a'.repeat(5000);

describe('compressedPages', () => {
  const app = express();
  app.use(compressedPages());
  app.all('/page', (_, response) => void response.type('html').send(LONG));
  app.get('/form', (_, response) => void response.cookie('waymark', 'x').type('html').send(LONG));
  app.get('/figures.csv', (_, response) => void response.type('csv').send(LONG));
  app.get('/short', (_, response) => void response.type('html').send('a'));

  const encodingOf = async (asked: request.Test): Promise<string | undefined> => (await asked.set('Accept-Encoding', 'gzip')).headers['content-encoding'] as string | undefined;

  it('compresses what a visitor reads, and says that the answer depends on it', async () => {
    const answer = await request(app).get('/page').set('Accept-Encoding', 'gzip');
    expect([answer.headers['content-encoding'], answer.headers['vary'], answer.text]).toEqual(['gzip', 'Accept-Encoding', LONG]);
  });

  it.each<[string, () => request.Test]>([
    ['to somebody with a cookie', () => request(app).get('/page').set('Cookie', 'waymark=x')],
    ['that sets a cookie, and so may hold a token', () => request(app).get('/form')],
    ['that answers a form', () => request(app).post('/page')],
    ['that is no page', () => request(app).get('/figures.csv')],
    ['of a few letters', () => request(app).get('/short')],
  ])('leaves an answer %s', async (_, asked) => {
    expect(await encodingOf(asked())).toBeUndefined();
  });

  it('leaves an answer to whoever takes none', async () => {
    expect((await request(app).get('/page').set('Accept-Encoding', 'identity')).headers['content-encoding']).toBeUndefined();
  });
});
