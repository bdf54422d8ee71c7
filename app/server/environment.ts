import { Temporal } from 'temporal-polyfill';

/** Variables as a process has them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Every setting of the installation, as the environment gives it. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** scheme, name and port, no trailing slash */
  readonly appUrl: string;
  /** is the public address https? Then Secure, `__Host-` and HSTS */
  readonly secure: boolean;
  /** is the public address this very machine? */
  readonly loopback: boolean;
  readonly demo: boolean;
  /** the instant the clock starts at; null: the machine's time */
  readonly startAt: Date | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databaseDirectUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** where mails that cannot be delivered come back, when not to MAIL_FROM, and what opens `/courriels-retournes` */
  readonly mailReturns: { readonly path: string | null; readonly token: string | null };
  /** the gateway of text messages; null: none is sent */
  readonly sms: { readonly url: string; readonly body: string; readonly header: string | null } | null;
  readonly sessionSecret: string | null;
  readonly metricsToken: string | null;
  /** what Express calls 'trust proxy' */
  readonly trustProxy: string | number;
  readonly logLevel: string;
}

export type Reading = { readonly ok: Settings } | { readonly error: string };

class Wrong extends Error {}

/**
 * Reads the caller's environment (before `NODE_ENV` is given a default): names, defaults and refusals of the README.
 * Gives one French sentence naming the variable when a value is wrong or missing.
 *
 * @param serving false for commands: what only a running application needs may then be missing
 */
export function readEnvironment(env: Env, { serving = true } = {}): Reading {
  try {
    return { ok: read(env, serving) };
  } catch (error) {
    if (error instanceof Wrong) return { error: error.message };
    throw error;
  }
}

function read(env: Env, serving: boolean): Settings {
  const production = env.NODE_ENV === 'production';
  if (production && serving) requireInProduction(env);
  const host = text(env, 'HOST') ?? '127.0.0.1';
  const port = readPort(env);
  const appUrl = readAppUrl(env, port);
  const loopback = isLoopback(new URL(appUrl).hostname);
  const databaseUrl = readUrl(env, 'DATABASE_URL', ['postgresql:', 'postgres:']);
  const databaseDirectUrl = readUrl(env, 'DATABASE_DIRECT_URL', ['postgresql:', 'postgres:']);
  if (databaseDirectUrl !== null && databaseUrl === null) {
    throw new Wrong('DATABASE_DIRECT_URL n’a de sens qu’avec DATABASE_URL.');
  }
  const demo = readDemo(env) ?? (databaseUrl === null && !production && isLoopback(host) && loopback);
  return {
    production,
    host,
    port,
    appUrl,
    secure: appUrl.startsWith('https:'),
    loopback,
    demo,
    startAt: readNow(env, demo),
    dataDir: text(env, 'DATA_DIR') ?? './data',
    databaseUrl,
    databaseDirectUrl,
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: readMailFrom(env, appUrl),
    mailReturns: readMailReturns(env),
    sms: readSms(env),
    sessionSecret: readSecret(env),
    metricsToken: text(env, 'METRICS_TOKEN'),
    trustProxy: readTrustProxy(env),
    logLevel: readLogLevel(env),
  };
}

function requireInProduction(env: Env): void {
  const missing = ['APP_URL', 'SMTP_URL', 'SESSION_SECRET'].filter((name) => text(env, name) === null);
  if (missing.length === 0) return;
  const verb = missing.length === 1 ? 'doit être définie' : 'doivent être définies';
  throw new Wrong(`En production (NODE_ENV=production), ${missing.join(', ')} ${verb}.`);
}

/** An empty variable is an unset one. */
function text(env: Env, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function readPort(env: Env): number {
  const given = text(env, 'PORT') ?? '3000';
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65_535) {
    throw new Wrong(`PORT doit être un nombre de 1 à 65535 : « ${given} » ne convient pas.`);
  }
  return port;
}

function readAppUrl(env: Env, port: number): string {
  const url = readUrl(env, 'APP_URL', ['http:', 'https:']);
  if (url === null) return `http://localhost:${port}`;
  const parsed = new URL(url);
  const bare = parsed.pathname === '/' && parsed.search === '' && parsed.hash === '' && parsed.username === '';
  if (!bare) throw new Wrong('APP_URL doit être une adresse sans chemin, par exemple https://rpe.exemple.fr.');
  return parsed.origin;
}

function readUrl(env: Env, name: string, schemes: readonly string[]): string | null {
  const given = text(env, name);
  if (given === null) return null;
  const named = schemes.map((scheme) => `${scheme}//`).join(' ou ');
  // a socket's folder may stand in place of the server's name, which URL refuses after a user's name
  if (!schemes.includes(given.slice(0, given.indexOf(':') + 1)) || !URL.canParse(given.replace('@/', '@localhost/'))) {
    throw new Wrong(`${name} doit être une adresse complète commençant par ${named}.`);
  }
  return given;
}

function readDemo(env: Env): boolean | null {
  const given = text(env, 'DEMO');
  if (given === null) return null;
  if (given !== '0' && given !== '1') throw new Wrong(`DEMO vaut 0 ou 1 : « ${given} » ne convient pas.`);
  return given === '1';
}

function readNow(env: Env, demo: boolean): Date | null {
  const given = text(env, 'NOW');
  if (given === null) return null;
  if (!demo && env.NODE_ENV !== 'test') throw new Wrong('NOW n’est permis qu’avec DEMO=1.');
  try {
    return new Date(Temporal.Instant.from(given).epochMilliseconds);
  } catch {
    throw new Wrong(
      `NOW doit être un instant ISO 8601, par exemple 2026-11-24T08:00:00Z : « ${given} » ne convient pas.`,
    );
  }
}

function readMailFrom(env: Env, appUrl: string): string {
  const given = env.MAIL_FROM;
  if (given === undefined || given.trim() === '') {
    const { hostname } = new URL(appUrl);
    return `Ribambelle <ne-pas-repondre@${isLoopback(hostname) ? 'ribambelle.example' : hostname}>`;
  }
  if (/[\r\n]/.test(given) || !/^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(given.trim())) {
    throw new Wrong('MAIL_FROM doit être une adresse, par exemple « Relais <relais@exemple.fr> ».');
  }
  return given.trim();
}

function readMailReturns(env: Env): Settings['mailReturns'] {
  const [path, token] = [text(env, 'MAIL_RETURN_PATH'), text(env, 'MAIL_RETURN_TOKEN')];
  if (path !== null && !/^[^\s<>@]+@[^\s<>@]+$/.test(path)) {
    throw new Wrong('MAIL_RETURN_PATH doit être une adresse seule, par exemple retours@exemple.fr.');
  }
  if (token !== null && token.length < 16) {
    throw new Wrong('MAIL_RETURN_TOKEN doit compter au moins 16 caractères.');
  }
  return { path, token };
}

const SMS_BODY = '{"to":"{to}","text":"{text}"}';

function readSms(env: Env): Settings['sms'] {
  const url = readUrl(env, 'SMS_URL', ['http:', 'https:']);
  const [body, header] = [text(env, 'SMS_BODY'), text(env, 'SMS_HEADER')];
  if (url === null) {
    const alone = body === null ? header && 'SMS_HEADER' : 'SMS_BODY';
    if (alone !== null) throw new Wrong(`${alone} n’a de sens qu’avec SMS_URL.`);
    return null;
  }
  if (body !== null && (!body.includes('{to}') || !body.includes('{text}'))) {
    throw new Wrong('SMS_BODY doit contenir {to} et {text}, par exemple {"to":"{to}","text":"{text}"}.');
  }
  if (header !== null && !/^[\w-]+:\s*[\x20-\x7e]+$/.test(header)) {
    throw new Wrong('SMS_HEADER est un en-tête complet, par exemple « Authorization: Bearer secret ».');
  }
  return { url, body: body ?? SMS_BODY, header };
}

function readSecret(env: Env): string | null {
  const given = text(env, 'SESSION_SECRET');
  if (given !== null && given.length < 16) throw new Wrong('SESSION_SECRET doit compter au moins 16 caractères.');
  return given;
}

function readTrustProxy(env: Env): string | number {
  const given = text(env, 'TRUST_PROXY') ?? 'loopback';
  if (/^\d+$/.test(given)) return Number(given);
  if (
    /^(?:loopback|linklocal|uniquelocal|[\d.:a-f/]+)(?:\s*,\s*(?:loopback|linklocal|uniquelocal|[\d.:a-f/]+))*$/i.test(
      given,
    )
  ) {
    return given;
  }
  throw new Wrong(
    'TRUST_PROXY est un nombre de relais HTTP ou une liste d’adresses, par exemple « loopback, 10.0.0.0/8 ».',
  );
}

function readLogLevel(env: Env): string {
  const given = text(env, 'LOG_LEVEL') ?? 'info';
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
  if (!levels.includes(given)) throw new Wrong(`LOG_LEVEL est l’un de ${levels.join(', ')}.`);
  return given;
}

/** Does the name mean this machine whatever the network says? */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}
