import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { dayPlain } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { certificateTitle, hoursSaid, type CertificateFacts, type CertificateScope } from './certificate-facts.ts';
import { readFacts } from './certificate-facts.schema.server.ts';
import { learnerFor } from './learner.server.ts';

/** A certificate in a list; `REPLACED`: a later one says more of the same. */
export type CertificateShown = {
  id: string;
  personId: string;
  activityId: string | null;
  scope: CertificateScope;
  /** "Attestation de formation" */
  kind: string;
  title: string;
  name: string;
  hours: string;
  code: string;
  issued: string;
  relais: string;
  state: 'HOLDS' | 'REPLACED' | 'REVOKED';
  why: string | null;
  discreet: boolean;
};

type Row = {
  id: string;
  personId: string;
  scope: CertificateScope;
  sessionId: string | null;
  activityId: string | null;
  year: number | null;
  code: string;
  facts: unknown;
  issuedAt: Date;
  revokedAt: Date | null;
  revokedWhy: string | null;
};

/** What a list of certificates asks of the table. */
export const CERTIFICATE_COLUMNS = {
  ...{ id: true, personId: true, scope: true, sessionId: true, activityId: true, year: true, code: true, facts: true },
  ...{ issuedAt: true, revokedAt: true, revokedWhy: true },
} as const;

/** Certificates as lists show them, in the order given; it must hold all of a person's about the same thing. */
export function shownCertificates(rows: readonly Row[], zone: string): CertificateShown[] {
  const last = lastOfEach(rows);
  return rows.map((row) => {
    const facts = readFacts(row.facts);
    const state = row.revokedAt !== null ? 'REVOKED' : last.get(targetOf(row)) === row.id ? 'HOLDS' : 'REPLACED';
    return { ...wordsOf(facts), ...pick(row), issued: dayOf(row.issuedAt, zone), state, why: row.revokedWhy };
  });
}

const pick = ({ id, personId, activityId, scope, code }: Row) => ({ id, personId, activityId, scope, code });
const dayOf = (at: Date, zone: string) => dayPlain(localDate(at, zone), { year: true });

function wordsOf(facts: CertificateFacts) {
  const { title, name, minutes, relais, discreet } = facts;
  return { kind: certificateTitle(facts), title, name, relais, discreet, hours: hoursSaid(minutes) };
}

const targetOf = (row: Row) => [row.personId, row.scope, row.sessionId ?? row.activityId ?? row.year].join(' ');

function lastOfEach(rows: readonly Row[]): Map<string, string> {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const known = last.get(targetOf(row));
    if (row.revokedAt === null && (!known || known.issuedAt < row.issuedAt)) last.set(targetOf(row), row);
  }
  return new Map([...last].map(([key, { id }]) => [key, id]));
}

/** All certificates of a person, the latest first. One query. */
export function certificatesOf(db: DbOrTx, personId: string): Promise<Row[]> {
  return db.certificate.findMany({ where: { personId }, orderBy: { issuedAt: 'desc' }, select: CERTIFICATE_COLUMNS });
}

export type MyCertificates = { certificates: CertificateShown[]; years: number[] };

/** Her own certificates, and the years of which she may ask one: those with a presence. Null: she has no file. */
export async function myCertificates(actor: Actor, now: Date, tx: Tx = db()): Promise<MyCertificates | null> {
  const learner = await learnerFor(tx, actor, 'need.read', undefined, now);
  if (!learner) return null;
  const rows = await certificatesOf(tx, learner.personId);
  const years = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM s."startsAt" AT TIME ZONE ${learner.zone})::int AS year
      FROM "Attendance" t JOIN "Session" s ON s.id = t."sessionId"
     WHERE t."personId" = ${learner.personId}::uuid AND t.state = 'PRESENT' AND NOT t."broughtByParent" ORDER BY year DESC`;
  return { certificates: shownCertificates(rows, learner.zone), years: years.map(({ year }) => year) };
}
