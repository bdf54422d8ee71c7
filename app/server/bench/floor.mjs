/** What feeds are measured against: Express with nothing behind it. `PORT`; `EVENTS`: a JSON file of strings. */
import { readFileSync } from 'node:fs';
import express from 'express';

/** @type {string[]} */
const events = JSON.parse(readFileSync(process.env.EVENTS ?? '', 'utf8'));
const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.get('/joined', (_, response) => {
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
  response.end(events.join(''));
});
app.get('/empty', (_, response) => void response.end());
app.listen(Number(process.env.PORT), '127.0.0.1');
