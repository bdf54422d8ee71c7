/**
 * PGlite has one session for all its clients, and the queue of pglite-socket orders single protocol messages: two
 * clients' Parse, Bind and Execute mix, and one may receive the other's rows. Here a client's messages are gathered
 * until it ends its sequence (simple query, Sync, Flush), are executed as one, and while a transaction block is open
 * nobody else's are.
 *
 * @typedef {object} Session What the queue needs of PGlite.
 * @property {<T>(work: () => Promise<T>) => Promise<T>} runExclusive
 * @property {(message: Uint8Array, options: { onRawData: (data: Uint8Array) => void }) => Promise<void>} execProtocolRawStream
 * @property {(sql: string) => Promise<unknown>} exec
 * @property {() => boolean} isInTransaction
 *
 * @typedef {object} Sequence
 * @property {number} client
 * @property {Uint8Array} message
 * @property {boolean} ends false after a Flush: more of the same sequence follows
 * @property {(data: Uint8Array) => void} onData
 * @property {(bytes: number) => void} resolve
 * @property {(error: Error) => void} reject
 */

const GATHERED = new Set(['P', 'B', 'D', 'E', 'C']);
const KEEPS_SESSION = new Set(['H', 'd']);
/** A client that answers no more inside its transaction would stop all others: as PostgreSQL, we end it. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const CHANGES_SESSION = /^\s*(set\s+(?!local|transaction|constraints)|create\s+temp|prepare\s)|set_config\(/i;

export class SessionQueue {
  /** @type {Session} */ #session;
  /** @type {number} */ #idleLimit;
  /** @type {Sequence[]} */ #waiting = [];
  /** @type {Map<number, Uint8Array[]>} */ #gathered = new Map();
  /** @type {number | null} */ #owner = null;
  /** @type {Promise<void> | null} */ #pumping = null;
  /** @type {Set<number>} */ #changed = new Set();
  /** @type {Set<number>} */ #ended = new Set();
  /** @type {NodeJS.Timeout | undefined} */ #idle;

  /**
   * @param {Session} session
   * @param {number} [idleLimit] milliseconds a client may leave its transaction open without a word
   */
  constructor(session, idleLimit = IDLE_IN_TRANSACTION_MS) {
    this.#session = session;
    this.#idleLimit = idleLimit;
  }

  /**
   * Takes one protocol message; resolves with the number of bytes answered once its sequence was executed (at once,
   * with 0, for a message that only opens a sequence).
   *
   * @param {number} client
   * @param {Uint8Array} message
   * @param {(data: Uint8Array) => void} onData
   * @returns {Promise<number>}
   */
  enqueue(client, message, onData) {
    if (this.#ended.has(client)) return Promise.reject(new Error('session ended: idle in transaction'));
    const type = typeOf(message);
    if ((type === 'Q' || type === 'P') && changesSession(message, type)) this.#changed.add(client);
    if (GATHERED.has(type)) {
      this.#gathered.set(client, [...(this.#gathered.get(client) ?? []), message]);
      return Promise.resolve(0);
    }
    const whole = Buffer.concat([...(this.#gathered.get(client) ?? []), message]);
    this.#gathered.delete(client);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ client, message: whole, ends: !KEEPS_SESSION.has(type), onData, resolve, reject });
      this.#pump();
    });
  }

  /** @returns {number} sequences not yet executed */
  getQueueLength() {
    return this.#waiting.length;
  }

  /**
   * Forgets what a gone client still wanted.
   * @param {number} client
   */
  clearQueueForHandler(client) {
    this.#gathered.delete(client);
    const gone = this.#waiting.filter((sequence) => sequence.client === client);
    this.#waiting = this.#waiting.filter((sequence) => sequence.client !== client);
    for (const sequence of gone) sequence.reject(new Error('client disconnected'));
  }

  /**
   * Rolls back the open transaction of a gone client and undoes the settings it left in the shared session.
   * @param {number} client
   */
  async clearTransactionIfNeeded(client) {
    while (this.#pumping !== null) await this.#pumping;
    this.#ended.delete(client);
    if (this.#owner === client) await this.#releaseOwner();
    if (this.#changed.delete(client) && this.#owner === null) await this.#session.exec('RESET ALL');
    this.#pump();
  }

  #pump() {
    this.#pumping ??= this.#executeAll().finally(() => {
      this.#pumping = null;
      if (this.#nextIndex() >= 0) this.#pump();
    });
  }

  #nextIndex() {
    if (this.#owner === null) return this.#waiting.length === 0 ? -1 : 0;
    return this.#waiting.findIndex((sequence) => sequence.client === this.#owner);
  }

  async #executeAll() {
    for (let index = this.#nextIndex(); index >= 0; index = this.#nextIndex()) {
      const [sequence] = this.#waiting.splice(index, 1);
      if (sequence !== undefined) await this.#execute(sequence);
    }
  }

  /** @param {Sequence} sequence */
  async #execute({ client, message, ends, onData, resolve, reject }) {
    clearTimeout(this.#idle);
    this.#owner = client;
    let sent = 0;
    const onRawData = (/** @type {Uint8Array} */ data) => {
      sent += data.length;
      onData(data);
    };
    try {
      await this.#session.runExclusive(() => this.#session.execProtocolRawStream(message, { onRawData }));
      resolve(sent);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.#session.isInTransaction()) this.#watchIdleOwner(client);
    else if (ends) this.#owner = null;
  }

  /** @param {number} client */
  #watchIdleOwner(client) {
    this.#idle = setTimeout(() => {
      this.#ended.add(client);
      void this.#releaseOwner().then(() => this.#pump());
    }, this.#idleLimit);
    this.#idle.unref();
  }

  async #releaseOwner() {
    clearTimeout(this.#idle);
    if (this.#session.isInTransaction()) await this.#session.exec('ROLLBACK');
    this.#owner = null;
  }
}

/** @param {Uint8Array} message */
function typeOf(message) {
  return String.fromCharCode(message[0] ?? 0);
}

/**
 * @param {Uint8Array} message
 * @param {'Q' | 'P'} type
 */
function changesSession(message, type) {
  const start = type === 'Q' ? 5 : message.indexOf(0, 5) + 1;
  return CHANGES_SESSION.test(Buffer.from(message.subarray(start, start + 200)).toString('utf8'));
}
