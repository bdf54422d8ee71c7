import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

import { createTransport } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';

import { emlPath } from '#app/mail/delivery.ts';

export type Letter = Mail.Options & { messageId: string };

export type Post = {
  /** Resolves once the letter is acknowledged; rejects with the server's answer. */
  send: (outboxId: string, letter: Letter) => Promise<void>;
  close: () => void;
};

export type PostSettings = {
  smtpUrl: string | null;
  dataDir: string;
  /** How long a server may say nothing. */
  silenceMs?: number;
};

const SILENCE_MS = 60_000;
const GREETING_MS = 20_000;

/** Where mail goes: the server of SMTP_URL (a pool of connections), else files in `DATA_DIR/mail`. */
export function openPost({ smtpUrl, dataDir, silenceMs = SILENCE_MS }: PostSettings): Post {
  return smtpUrl === null ? filePost(dataDir) : smtpPost(smtpUrl, silenceMs);
}

function smtpPost(url: string, silenceMs: number): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: Math.min(GREETING_MS, silenceMs),
    greetingTimeout: Math.min(GREETING_MS, silenceMs),
    socketTimeout: silenceMs,
    ...SAFE,
  });
  return {
    send: async (_outboxId, letter) => {
      await transport.sendMail(letter);
    },
    close: () => transport.close(),
  };
}

/** A file appears whole or not at all; one that is there was delivered, and is not written again. */
function filePost(dataDir: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...SAFE });
  return {
    send: async (outboxId, letter) => {
      const path = emlPath(dataDir, outboxId);
      if (await exists(path)) return;
      await mkdir(dirname(path), { recursive: true });
      const { message } = await transport.sendMail(letter);
      await writeWhole(path, message instanceof Buffer ? message : Buffer.from(''));
    },
    close: () => transport.close(),
  };
}

/** No content is ever fetched from a path or an address. */
const SAFE = { disableFileAccess: true, disableUrlAccess: true };

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
