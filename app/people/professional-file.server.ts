import { db, type Tx } from '#app/db/client.server.ts';
import { capital, dayPlain } from '#app/time/french.ts';
import type { Actor } from './actor.ts';
import { agrementState, agrementWords, validityWords, type AgrementState } from './agrement-state.ts';
import { signatures, type Signature } from './file-signatures.server.ts';
import { managedFile } from './managed-files.server.ts';
import { may } from './permissions.ts';
import { kindWords, statusWords, type ProfessionalKindName, type WorkStatusName } from './professional-words.ts';

export type FileAgrement = {
  id: string;
  /** "4 enfants, dont 2 de moins de 3 ans" */
  words: string;
  restrictions: string;
  since: string;
  validity: string;
  state: AgrementState;
};

export type FileTie = {
  relaisId: string;
  name: string;
  home: boolean;
  /** "depuis le 1er septembre 2024", "du … au …" */
  words: string;
  is: 'past' | 'current' | 'coming';
  /** May the actor end it? Those that have not ended. */
  endable: boolean;
};

export type ProfessionalFile = {
  personId: string;
  name: string;
  firstName: string;
  lastName: string;
  kind: ProfessionalKindName;
  kindWords: string;
  email: string | null;
  phone: string | null;
  communeId: string | null;
  commune: string | null;
  today: string;
  status: { code: WorkStatusName; words: string } | null;
  /** The latest first. */
  statuses: { id: string; words: string; since: string; is: 'past' | 'current' | 'coming' }[];
  ties: FileTie[];
  /** The latest first; the first whose day has come holds. */
  agrements: FileAgrement[];
  signatures: Signature[];
  /** How many children she has labelled; their names are hers. */
  children: number;
};

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const long = (date: Date): string => dayPlain(iso(date), { year: true });

/** One professional's whole file, for whoever works in a relais of hers; null: not there, or not for her. */
export async function professionalFile(
  actor: Actor,
  personId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ProfessionalFile | null> {
  const found = await managedFile(tx, actor, 'professional.read', personId, now);
  if (!found) return null;
  const { today } = found;
  const row = await tx.professional.findUniqueOrThrow({ where: { id: found.professionalId }, select: FIELDS });
  const { person, kind, commune } = row;
  const current = row.statuses.find(({ from }) => iso(from) <= today);
  return {
    ...{ personId, today, kind, communeId: commune?.id ?? null, commune: commune?.name ?? null },
    ...{ firstName: person.firstName, lastName: person.lastName, email: person.email, phone: person.phone },
    ...{ name: `${person.firstName} ${person.lastName}`, kindWords: capital(kindWords(kind)) },
    status: current ? { code: current.status, words: capital(statusWords(current.status)) } : null,
    statuses: row.statuses.map(({ id, status, from }) => ({
      ...{ id, words: capital(statusWords(status)), since: long(from) },
      is: id === current?.id ? 'current' : iso(from) > today ? 'coming' : 'past',
    })),
    ties: row.memberships.map((tie) => tieOf(tie, actor, today)),
    agrements: row.agrements.map((agrement) => agrementOf(agrement, today)),
    signatures: await signatures(tx, found),
    children: person._count.children,
  };
}

const FIELDS = {
  kind: true,
  commune: { select: { id: true, name: true } },
  statuses: { orderBy: { from: 'desc' as const }, select: { id: true, status: true, from: true } },
  memberships: {
    orderBy: [{ home: 'desc' as const }, { from: 'desc' as const }],
    select: {
      ...{ relaisId: true, collectiviteId: true, home: true, from: true, until: true },
      relais: { select: { name: true } },
    },
  },
  agrements: {
    orderBy: { validFrom: 'desc' as const },
    select: { id: true, children: true, underThree: true, restrictions: true, validFrom: true, validUntil: true },
  },
  person: {
    select: {
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      _count: { select: { children: { where: { leftAt: null } } } },
    },
  },
};

type TieRow = {
  relaisId: string;
  collectiviteId: string;
  home: boolean;
  from: Date;
  until: Date | null;
  relais: { name: string };
};

function tieOf({ relaisId, collectiviteId, home, from, until, relais }: TieRow, actor: Actor, today: string): FileTie {
  const is = until !== null && iso(until) < today ? 'past' : iso(from) > today ? 'coming' : 'current';
  const start = is === 'coming' ? `à partir du ${long(from)}` : `depuis le ${long(from)}`;
  const words = until === null ? start : `du ${long(from)} au ${long(until)}`;
  return {
    relaisId,
    name: relais.name,
    home,
    words,
    is,
    endable: is !== 'past' && may(actor, 'professional.write', { relaisId, collectiviteId }),
  };
}

type AgrementRow = {
  id: string;
  children: number;
  underThree: number | null;
  restrictions: string;
  validFrom: Date;
  validUntil: Date | null;
};

function agrementOf({ id, restrictions, validFrom, ...row }: AgrementRow, today: string): FileAgrement {
  const facts = { ...row, validUntil: row.validUntil && iso(row.validUntil) };
  return {
    ...{ id, restrictions, since: long(validFrom), words: agrementWords(facts) },
    validity: validityWords(facts, today),
    state: agrementState(facts, today),
  };
}
