import { parseArgs } from 'node:util';
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { addStaff } from '#app/people/addStaff.server.ts';
import { createCollectivite } from '#app/people/createCollectivite.server.ts';
import { Refusal, say } from '../prepare.mjs';
import type { CommandContext } from '../run-command.ts';

const USAGE =
  'npm run create-admin -- E-MAIL [--prenom PRÉNOM] [--nom NOM] [--collectivite "NOM DU GESTIONNAIRE"] [--zone A|B|C]';

/** `npm run create-admin -- E-MAIL`: the first administrator, and the manager of relais when there is none yet. */
export async function run(args: string[], { now, settings }: CommandContext): Promise<number> {
  const { email, firstName, lastName, manager, zone } = read(args);
  const at = now();
  const collectiviteId = await managerNamed(manager, zone, at);
  const outcome = await addStaff(
    SYSTEM,
    {
      collectiviteId,
      firstName,
      lastName,
      email,
      roles: [{ role: 'ADMIN', relaisId: null, from: at.toISOString().slice(0, 10) }],
    },
    at,
  );
  if (!outcome.ok) throw new Refusal(`${email} a déjà un compte : rien n’a été changé.`);
  say(`${email} administre maintenant Ribambelle : connexion par code sur ${settings.appUrl}/connexion.`);
  return 0;
}

function read(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { prenom: text, nom: text, collectivite: text, zone: text };
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const email = positionals[0]?.trim().toLowerCase() ?? '';
  const zone = (['A', 'B', 'C'] as const).find((known) => known === (values.zone ?? 'B').toUpperCase());
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(email) || positionals.length > 1 || zone === undefined) throw new Refusal(USAGE);
  const manager = values.collectivite?.trim() || null;
  return { email, zone, manager, firstName: values.prenom ?? 'Administration', lastName: values.nom ?? 'Ribambelle' };
}

function parsed<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new Refusal(USAGE);
  }
}

/** The manager of that name, made when there is none; without a name, the only one there is. */
async function managerNamed(name: string | null, zone: 'A' | 'B' | 'C', at: Date): Promise<string> {
  const known = await db().collectivite.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });
  const found = name === null ? known[0] : known.find((one) => one.name === name);
  if (name === null && known.length > 1) {
    throw new Refusal(`Précisez --collectivite : ${known.map((one) => one.name).join(', ')}.`);
  }
  if (found !== undefined) return found.id;
  const input = { name: name ?? 'Relais petite enfance', slug: slugOf(name ?? 'relais-petite-enfance'), zone };
  const created = await createCollectivite(SYSTEM, input, at);
  if (!created.ok)
    throw new Refusal(`Un gestionnaire porte déjà l’adresse « ${input.slug} » : choisissez un autre nom.`);
  return created.collectiviteId;
}

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'relais';
}
