/** What the database itself refuses, by its constraints and triggers. */
export type DatabaseRefusal = 'capacity' | 'unique' | 'occupied';

/** SQLSTATE RB001 is raised by our own triggers (prisma/migrations), the others by PostgreSQL. */
const REFUSALS = new Map<string, DatabaseRefusal>([
  ['RB001', 'capacity'],
  ['23505', 'unique'],
  ['23P01', 'occupied'],
]);
const PRISMA_CODES = new Map([
  ['P2002', '23505'],
  ['P2034', '40001'],
]);
const KINDS = new Map([
  ['UniqueConstraintViolation', '23505'],
  ['TransactionWriteConflict', '40001'],
]);

/** Which refusal of the database an error is, null when it is something else. */
export function databaseRefusal(error: unknown): DatabaseRefusal | null {
  return REFUSALS.get(sqlState(error) ?? '') ?? null;
}

/** The SQLSTATE behind an error of Prisma or of the driver, null when there is none. */
export function sqlState(error: unknown): string | null {
  for (const layer of layers(error)) {
    for (const name of ['originalCode', 'code']) {
      const code = text(layer, name);
      if (code !== null && /^[0-9A-Z]{5}$/.test(code) && !/^P[1-6]\d{3}$/.test(code)) return code;
    }
  }
  for (const layer of layers(error)) {
    const known = PRISMA_CODES.get(text(layer, 'code') ?? '') ?? KINDS.get(text(layer, 'kind') ?? '');
    if (known !== undefined) return known;
  }
  return null;
}

/** The name of the violated constraint, or its columns joined by commas when the driver tells only those. */
export function violatedConstraint(error: unknown): string | null {
  for (const layer of layers(error)) {
    const constraint: unknown = property(layer, 'constraint');
    if (typeof constraint === 'string') return constraint;
    const index = text(constraint, 'index');
    if (index !== null) return index;
    const fields: unknown = property(constraint, 'fields');
    if (Array.isArray(fields)) return fields.map((field) => String(field).replaceAll('"', '')).join(',');
  }
  return null;
}

/** An error, and those it wraps: Prisma hides the driver's under `meta`, the driver its own under `cause`. */
function layers(error: unknown): unknown[] {
  const found: unknown[] = [];
  const visit = (layer: unknown): void => {
    if (layer === null || typeof layer !== 'object' || found.includes(layer)) return;
    found.push(layer);
    visit(property(property(layer, 'meta'), 'driverAdapterError'));
    visit(property(layer, 'cause'));
  };
  visit(error);
  return found.reverse();
}

function property(object: unknown, name: string): unknown {
  return object !== null && typeof object === 'object' ? Reflect.get(object, name) : undefined;
}

function text(object: unknown, name: string): string | null {
  const value = property(object, name);
  return typeof value === 'string' ? value : null;
}
