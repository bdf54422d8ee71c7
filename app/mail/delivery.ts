/** Deliveries after which a mail is given up: graphile-worker's own number, about three days of growing pauses. */
export const MOST_ATTEMPTS = 20;

/** Where a mail stands as a file, when no server takes it. */
export function emlPath(dataDir: string, outboxId: string): string {
  return `${dataDir}/mail/${outboxId}.eml`;
}

/**
 * Has the server refused this very message for good? Only a 5xx to its sender, recipient or content counts: a 5xx to
 * the connection or the password is trouble of the installation, and the mail waits for its end.
 */
export function isRefusal(error: unknown): boolean {
  const code = field(error, 'code');
  const answer = field(error, 'responseCode');
  if (typeof answer !== 'number' || answer < 500 || WANTS_PASSWORD.has(answer)) return false;
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

/** One line for the outbox's `lastError`, without the message's content. */
export function reasonOf(error: unknown): string {
  const said = field(error, 'response') ?? field(error, 'message');
  return (typeof said === 'string' ? said : 'unknown error').replaceAll(/\s+/g, ' ').slice(0, 500);
}

/** 530, 535, 538: RFC 4954. */
const WANTS_PASSWORD = new Set([530, 535, 538]);

function field(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
