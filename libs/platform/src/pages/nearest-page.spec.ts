import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { nearestPage } from './nearest-page.js';

describe('nearestPage', () => {
  const app = express();
  const answer = (): void => undefined;
  app.use(answer);
  app.get('/imports', answer);
  app.get('/imports/:id', answer);
  app.post('/imports/:id/load', answer);
  app.post('/imports/:id/load/again', answer);
  app.post('/frameworks/:slug/withdraw', answer);

  it.each([
    ['a page', '/imports/7', '/imports/7'],
    ['what only takes a form', '/imports/7/load', '/imports/7'],
    ['what lies two below its page', '/imports/7/load/again', '/imports/7'],
    ['what has no page above it but the first', '/frameworks/levelling-up/withdraw', '/'],
    ['the first page', '/', '/'],
  ])('of %s', (_, path, page) => {
    expect(nearestPage(app, path)).toBe(page);
  });
});
