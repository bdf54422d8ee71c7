import type { Tx } from '#app/db/client.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import type { Outcome } from '#app/people/outcome.ts';
import { issueCertificates, type Issued } from './issueCertificates.server.ts';
import type { TrainingRefusal } from './messages.ts';

/**
 * She makes the certificate of one of her years herself; it says that it was made online, from the sheets. The same
 * refusals as issuing it.
 */
export async function issueMyYear(
  actor: Actor,
  { year }: { year: number },
  now: Date,
  tx?: Tx,
): Promise<Outcome<Issued, TrainingRefusal>> {
  const signature = {
    name: '',
    role: 'Éditée en ligne par l’intéressée, d’après les feuilles d’émargement',
    place: '',
  };
  return issueCertificates(actor, { scope: 'YEAR', year, personIds: [actorId(actor) ?? ''], signature }, now, tx);
}
