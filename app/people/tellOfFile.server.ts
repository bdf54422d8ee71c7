import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { RelaisWords } from '#app/mail/templates.ts';

type Told = { personId: string; collectiviteId: string; today: string; changes: string[] };

/**
 * Tells someone what her relais changed in her file, in the caller's transaction. Whoever has no e-mail is told by
 * telephone. `former`: the address she had until now, which is told too.
 */
export async function tellOfFile(tx: Tx, told: Told, now: Date, { former }: { former?: string | null } = {}) {
  const person = await tx.person.findUnique({ where: { id: told.personId }, select: { email: true } });
  const addresses = new Set([person?.email ?? null, former ?? null].filter((one) => one !== null));
  if (addresses.size === 0) return;
  const relais = await homeOf(tx, told.personId, told.today);
  const { personId, collectiviteId, changes } = told;
  await enqueueMail(
    tx,
    [...addresses].map((to): OutgoingMailInput => {
      return { template: 'file-changed', props: { relais, changes }, personId, collectiviteId, to, now };
    }),
  );
}

/** Her relais as mails name it: her home on that day, else another; null: she has none. */
export async function homeOf(tx: Tx, personId: string, today: string): Promise<RelaisWords | null> {
  const date = new Date(today);
  const tie = await tx.relaisMembership.findFirst({
    where: { professional: { personId }, from: { lte: date }, OR: [{ until: null }, { until: { gte: date } }] },
    orderBy: [{ home: 'desc' }, { from: 'desc' }],
    select: { relais: { select: { name: true, phone: true, email: true } } },
  });
  return tie?.relais ?? null;
}
