import { db, type Tx } from '#app/db/client.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { readCode } from './certificate-code.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { CERTIFICATE_COLUMNS, shownCertificates } from './certificates.server.ts';
import { readFacts } from './certificate-facts.schema.server.ts';

/** What is printed. */
export type PaperFacts = Omit<CertificateFacts, 'discreet' | 'collectivite'>;

/** What the address of a certificate says: what its paper says, and whether it still holds. */
export type Verification = {
  code: string;
  state: 'HOLDS' | 'REPLACED' | 'REVOKED';
  /** When it was revoked. */
  revoked: string | null;
  facts: PaperFacts;
};

/** The certificate of a code, however it was typed; null: there is none. For everyone: it says no more than the paper. */
export async function verification(typed: string, tx: Tx = db()): Promise<Verification | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const row = await tx.certificate.findUnique({
    where: { code, person: { erasedAt: null } },
    select: { ...CERTIFICATE_COLUMNS, relais: { select: { collectivite: { select: { timezone: true } } } } },
  });
  if (!row) return null;
  const { personId, scope, sessionId, activityId, year, relais } = row;
  const all = await tx.certificate.findMany({
    where: { personId, scope, sessionId, activityId, year },
    orderBy: { issuedAt: 'desc' },
    select: CERTIFICATE_COLUMNS,
  });
  const zone = relais.collectivite.timezone;
  const shown = shownCertificates(all, zone).find(({ id }) => id === row.id);
  const revoked = row.revokedAt && dayPlain(localDate(row.revokedAt, zone), { year: true });
  return { code, state: shown?.state ?? 'HOLDS', revoked, facts: saidOnPaper(readFacts(row.facts)) };
}

function saidOnPaper(facts: CertificateFacts): PaperFacts {
  const { scope, name, title, lines, minutes, until, obtained, relais, place, signatory, issuedOn } = facts;
  return { scope, name, title, lines, minutes, until, obtained, relais, place, signatory, issuedOn };
}
