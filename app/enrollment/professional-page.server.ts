import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { fileHistory, type FileHistoryLine } from '#app/people/file-history.server.ts';
import { professionalFile, type ProfessionalFile } from '#app/people/professional-file.server.ts';
import { pastPlaces, type PastPlaces } from './past-places.server.ts';
import { upcomingPlaces, type UpcomingPlace } from './upcoming-places.server.ts';

export type ProfessionalPage = {
  file: ProfessionalFile;
  upcoming: UpcomingPlace[];
  past: PastPlaces;
  history: FileHistoryLine[];
};

/** All that a professional's page tells; null: not there, or not for this actor. As many queries whatever she did. */
export async function professionalPage(
  actor: Actor,
  personId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ProfessionalPage | null> {
  const file = await professionalFile(actor, personId, now, tx);
  if (!file) return null;
  return {
    file,
    upcoming: await upcomingPlaces(tx, actor, { personId }, now),
    past: await pastPlaces(tx, personId, now),
    history: await fileHistory(tx, personId, now),
  };
}
