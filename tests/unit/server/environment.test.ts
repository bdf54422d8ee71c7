import { describe, expect, it } from 'vitest';
import { readEnvironment, type Settings } from '#app/server/environment.ts';

const production = {
  NODE_ENV: 'production',
  APP_URL: 'https://rpe.exemple.fr',
  SMTP_URL: 'smtps://compte:secret@smtp.exemple.fr',
  SESSION_SECRET: 'seize-caracteres-au-moins',
};

function read(env: Record<string, string>): Settings {
  const reading = readEnvironment(env);
  if ('error' in reading) throw new Error(reading.error);
  return reading.ok;
}

function errorOf(env: Record<string, string>): string | null {
  const reading = readEnvironment(env);
  return 'error' in reading ? reading.error : null;
}

describe('defaults', () => {
  it('serve the demo on this machine alone', () => {
    expect(read({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      appUrl: 'http://localhost:3000',
      secure: false,
      demo: true,
      startAt: null,
      dataDir: './data',
      databaseUrl: null,
      smtpUrl: null,
      mailFrom: 'Ribambelle <ne-pas-repondre@ribambelle.example>',
      metricsToken: null,
      trustProxy: 'loopback',
    });
  });

  it('take an empty variable for an unset one', () => {
    expect(read({ PORT: '', APP_URL: ' ', DEMO: '', SMTP_URL: '', NOW: '' })).toEqual(read({}));
  });

  it('follow PORT and APP_URL', () => {
    expect(read({ PORT: '8080' }).appUrl).toBe('http://localhost:8080');
    expect(read({ APP_URL: 'https://rpe.exemple.fr/' })).toMatchObject({
      appUrl: 'https://rpe.exemple.fr',
      secure: true,
      mailFrom: 'Ribambelle <ne-pas-repondre@rpe.exemple.fr>',
    });
  });
});

describe('DEMO', () => {
  it.each([
    [{}, true],
    [{ DEMO: '0' }, false],
    [{ DATABASE_URL: 'postgresql://localhost/x' }, false],
    [{ DATABASE_URL: 'postgresql://localhost/x', DEMO: '1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0', DEMO: '1' }, true],
    [{ APP_URL: 'https://demo.exemple.fr' }, false],
    [{ APP_URL: 'http://127.0.0.1:3000' }, true],
    [production, false],
    [{ ...production, APP_URL: 'http://localhost:3000' }, false],
    [{ ...production, DEMO: '1' }, true],
  ])('%o gives %s', (env, demo) => {
    expect(read(env).demo).toBe(demo);
  });
});

describe('NOW', () => {
  it('is an instant, with the demo or in tests', () => {
    expect(read({ NOW: '2026-11-24T09:00:00+01:00' }).startAt).toEqual(new Date('2026-11-24T08:00:00Z'));
    expect(read({ NODE_ENV: 'test', DEMO: '0', NOW: '2026-11-24T08:00:00Z' }).startAt).not.toBeNull();
  });
});

describe('refusals name the variable', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '3e3' }, 'PORT'],
    [{ APP_URL: 'rpe.exemple.fr' }, 'APP_URL'],
    [{ APP_URL: 'ftp://rpe.exemple.fr' }, 'APP_URL'],
    [{ APP_URL: 'https://rpe.exemple.fr/relais' }, 'APP_URL'],
    [{ APP_URL: 'https://rpe.exemple.fr?x=1' }, 'APP_URL'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    [{ DATABASE_DIRECT_URL: 'postgresql://localhost/x' }, 'DATABASE_DIRECT_URL'],
    [{ SMTP_URL: 'smtp.exemple.fr' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'Relais' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@b.fr\r\nBcc: c@d.fr' }, 'MAIL_FROM'],
    [{ DEMO: 'oui' }, 'DEMO'],
    [{ NOW: 'demain' }, 'NOW'],
    [{ NOW: '2026-11-24' }, 'NOW'],
    [{ DEMO: '0', NOW: '2026-11-24T08:00:00Z' }, 'NOW'],
    [{ SESSION_SECRET: 'court' }, 'SESSION_SECRET'],
    [{ TRUST_PROXY: 'tout le monde' }, 'TRUST_PROXY'],
    [{ LOG_LEVEL: 'bavard' }, 'LOG_LEVEL'],
  ])('%o', (env, name) => {
    expect(errorOf(env)).toContain(name);
  });

  it.each(['APP_URL', 'SMTP_URL', 'SESSION_SECRET'])('production needs %s', (name) => {
    expect(errorOf({ ...production, [name]: '' })).toBe(
      `En production (NODE_ENV=production), ${name} doit être définie.`,
    );
  });

  it('production alone is satisfied by the three', () => {
    expect(errorOf(production)).toBeNull();
    expect(errorOf({ NODE_ENV: 'production' })).toContain('APP_URL, SMTP_URL, SESSION_SECRET');
  });

  it('commands do without what only serving needs', () => {
    expect(readEnvironment({ NODE_ENV: 'production' }, { serving: false })).toHaveProperty('ok');
  });
});

it('accepts the addresses a PostgreSQL client accepts', () => {
  expect(errorOf({ DATABASE_URL: 'postgresql://ribambelle@/base?host=/run/postgresql' })).toBeNull();
  expect(errorOf({ DATABASE_URL: 'postgres:///base?host=/run/postgresql' })).toBeNull();
});

describe('SMS', () => {
  const SMS_URL = 'https://sms.exemple.fr/messages';
  it('are sent by no gateway unless one is named', () => expect(read({}).sms).toBeNull());

  it('have a body of JSON by default, and no header', () => {
    expect(read({ SMS_URL }).sms).toEqual({ url: SMS_URL, body: '{"to":"{to}","text":"{text}"}', header: null });
    const own = { SMS_URL, SMS_BODY: 'a={to}&t={text}', SMS_HEADER: 'X-Key: secret' };
    expect(read(own).sms).toEqual({ url: SMS_URL, body: 'a={to}&t={text}', header: 'X-Key: secret' });
  });

  it.each([
    [{ SMS_URL: 'sms.exemple.fr' }, 'SMS_URL doit être une adresse complète commençant par http:// ou https://.'],
    [{ SMS_BODY: '{to} {text}' }, 'SMS_BODY n’a de sens qu’avec SMS_URL.'],
    [{ SMS_HEADER: 'X: y' }, 'SMS_HEADER n’a de sens qu’avec SMS_URL.'],
    [
      { SMS_URL, SMS_BODY: '{"to":"{to}"}' },
      'SMS_BODY doit contenir {to} et {text}, par exemple {"to":"{to}","text":"{text}"}.',
    ],
    [
      { SMS_URL, SMS_HEADER: 'secret' },
      'SMS_HEADER est un en-tête complet, par exemple « Authorization: Bearer secret ».',
    ],
  ])('%j: %s', (env, sentence) => expect(errorOf(env)).toBe(sentence));
});

describe('mails that come back', () => {
  const token = 'seize-caracteres-au-moins';

  it('return to MAIL_FROM, and nowhere else, unless said', () => {
    expect(read({}).mailReturns).toEqual({ path: null, token: null });
    expect(read({ MAIL_RETURN_PATH: 'retours@exemple.fr', MAIL_RETURN_TOKEN: token }).mailReturns).toEqual({
      path: 'retours@exemple.fr',
      token,
    });
  });

  it.each([
    [{ MAIL_RETURN_PATH: 'Retours <r@exemple.fr>' }, 'MAIL_RETURN_PATH doit être une adresse seule'],
    [{ MAIL_RETURN_TOKEN: 'court' }, 'MAIL_RETURN_TOKEN doit compter au moins 16 caractères.'],
  ])('refuse %j', (env, words) => expect(errorOf(env)).toContain(words));
});
