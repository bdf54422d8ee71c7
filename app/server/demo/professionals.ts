import type { NewProfessional } from '#app/people/addProfessionals.server.ts';
import { addMonths } from '#app/time/iso-date.ts';
import { accountName, demoEmail, fictionalPhone, FIRST_NAMES, LAST_NAMES } from './names.ts';
import { RELAIS } from './territory.ts';
import type { DemoWorld } from './world.ts';

export const PROFESSIONALS = 491;

/** The two one-click accounts; both have their home at the first relais. */
export const ACCOUNTS = [
  { firstName: 'Nadia', lastName: 'Morel', account: 'nadia.morel' },
  { firstName: 'Awa', lastName: 'Diallo', account: 'awa.diallo' },
] as const;

export type DemoProfessional = { file: NewProfessional; relais: number; active: boolean; account: string | null };

/** 491 fictional professionals over six relais: mostly assistantes maternelles, some nannies, some candidates. */
export function professionals(world: Pick<DemoWorld, 'random' | 'relais' | 'communeIds' | 'year'>): DemoProfessional[] {
  const known = ACCOUNTS.map((account, index) => professional(world, { ...account, index, relais: 0, plain: true }));
  const taken = new Set<string>(ACCOUNTS.map(({ account }) => account));
  const others = Array.from({ length: PROFESSIONALS - known.length }, (_, n) => {
    const { firstName, lastName } = freshName(world, taken);
    const account = accountName(firstName, lastName);
    const hasEmail = !world.random.chance(8);
    return professional(world, {
      ...{ firstName, lastName, index: n + known.length, relais: relaisAt(n), plain: false },
      account: hasEmail ? account : null,
    });
  });
  return [...known, ...others];
}

type Given = {
  firstName: string;
  lastName: string;
  account: string | null;
  index: number;
  relais: number;
  /** Nothing left to chance. */
  plain: boolean;
};

function professional(world: Parameters<typeof professionals>[0], given: Given): DemoProfessional {
  const { random, communeIds, year } = world;
  const { firstName, lastName, account, index, relais, plain } = given;
  const fate = plain ? 50 : random.int(1, 100);
  const kind = fate <= 5 ? 'GARDE_A_DOMICILE' : fate <= 8 ? 'CANDIDATE' : 'ASSISTANTE_MATERNELLE';
  const status = fate > 96 ? 'CEASED' : fate > 90 ? 'PAUSED' : 'ACTIVE';
  const since = addMonths(year.first, -random.int(6, 48));
  const commune = random.pick(RELAIS[relais]?.communes ?? ['Amiens']);
  const statuses: NewProfessional['statuses'] = [{ status: 'ACTIVE', from: since }];
  return {
    relais,
    account,
    active: status === 'ACTIVE',
    file: {
      ...{ firstName, lastName, kind, phone: fictionalPhone(1000 + index) },
      ...(account !== null && { email: demoEmail(account) }),
      communeId: communeIds.get(plain ? 'Amiens' : commune) ?? '',
      memberships: ties(world, relais, since, plain || random.chance(6)),
      statuses: status === 'ACTIVE' ? statuses : [...statuses, { status, from: year.first }],
      ...(kind === 'ASSISTANTE_MATERNELLE' && {
        agrement: {
          children: plain ? 4 : random.pick([4, 4, 4, 3, 3, 2]),
          validFrom: since,
          validUntil: addMonths(since, 60),
        },
      }),
    },
  };
}

/** Her home relais, and for some a second one: its neighbour in the list. */
function ties({ relais }: Pick<DemoWorld, 'relais'>, home: number, from: string, second: boolean) {
  const neighbour = relais[(home + 1) % relais.length];
  return [
    { relaisId: relais[home]?.id ?? '', home: true, from },
    ...(second && neighbour ? [{ relaisId: neighbour.id, home: false, from }] : []),
  ];
}

function freshName({ random }: Pick<DemoWorld, 'random'>, taken: Set<string>) {
  for (;;) {
    const name = { firstName: random.pick(FIRST_NAMES), lastName: random.pick(LAST_NAMES) };
    const account = accountName(name.firstName, name.lastName);
    if (taken.has(account)) continue;
    taken.add(account);
    return name;
  }
}

/** Spreads by the relais's shares, the same way at every filling. */
function relaisAt(n: number): number {
  let place = (n * 37) % 100;
  for (const [index, { share }] of RELAIS.entries()) {
    if (place < share) return index;
    place -= share;
  }
  return 0;
}
