import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { dayPlain } from '#app/time/french.ts';
import type { PersonActor } from './actor.ts';
import { relaisChoices } from './directory-choices.server.ts';
import { mayInCollectivite, maySomewhere } from './permissions.ts';
import { REGLEMENT_KINDS, versionStates, type SeriesOwner, type VersionState } from './reglement-series.ts';
import { todayIn } from './today-in.server.ts';

export type VersionShown = {
  id: string;
  title: string;
  body: string;
  version: number;
  /** "1er septembre 2026" */
  since: string;
  state: VersionState;
  /** How many accepted it on line, on paper, and have still to sign it. */
  accepted: { online: number; onPaper: number; toSign: number };
};

export type SeriesShown = {
  key: string;
  /** "Charte" */
  kind: string;
  /** "Tous les relais", or the relais's name. */
  owner: string;
  versions: VersionShown[];
};

export type ReglementList = { series: SeriesShown[] };

/**
 * The règlements and charters whose next version this actor may publish, series by series, the latest version first;
 * null: not for her. As many queries whatever their number.
 */
export async function reglementList(actor: PersonActor, now: Date, tx: Tx = db()): Promise<ReglementList | null> {
  if (!maySomewhere(actor, 'relais.settings')) return null;
  const { collectiviteId } = actor;
  const relais = await relaisChoices(actor, 'relais.settings', tx);
  const everywhere = mayInCollectivite(actor, 'relais.settings', collectiviteId);
  const rows = await tx.reglement.findMany({
    where: {
      collectiviteId,
      OR: [{ relaisId: { in: relais.map(({ id }) => id) } }, ...(everywhere ? [{ relaisId: null }] : [])],
    },
    select: { id: true, relaisId: true, kind: true, title: true, body: true, version: true, effectiveFrom: true },
  });
  const ids = rows.map(({ id }) => id);
  const accepted = await acceptances(tx, ids);
  const today = await todayIn(tx, collectiviteId, now);
  const owners = [...(everywhere ? [{ id: null, name: 'Tous les relais' }] : []), ...relais];
  const kinds: readonly SeriesOwner['kind'][] = ['REGLEMENT', 'CHARTE'];
  const series = owners.flatMap((owner) =>
    kinds.flatMap((kind) => {
      const own = rows.filter((row) => row.relaisId === owner.id && row.kind === kind);
      if (own.length === 0) return [];
      const dated = own.map((row) => ({ ...row, from: row.effectiveFrom.toISOString().slice(0, 10) }));
      const versions = versionStates(dated, today).map(({ id, title, body, version, from, state }) => ({
        ...{ id, title, body, version, state, since: dayPlain(from, { year: true }) },
        accepted: accepted(id),
      }));
      return [{ key: `${owner.id ?? 'tous'}-${kind}`, kind: REGLEMENT_KINDS[kind], owner: owner.name, versions }];
    }),
  );
  return { series };
}

async function acceptances(tx: Tx, ids: string[]): Promise<(id: string) => VersionShown['accepted']> {
  const counted = await tx.acceptance.groupBy({
    by: ['reglementId', 'mode'],
    where: { reglementId: { in: ids } },
    _count: { _all: true },
  });
  const of = (id: string, wanted: string) =>
    counted.find(({ reglementId, mode }) => reglementId === id && mode === wanted)?._count._all ?? 0;
  return (id) => ({ online: of(id, 'ONLINE'), onPaper: of(id, 'ON_PAPER'), toSign: of(id, 'TO_SIGN') });
}

export type NewVersionPage = {
  owners: { value: string; label: string }[];
  today: string;
  /** The fields at first: those of the version to write anew. */
  values: Readonly<Record<'pour' | 'type' | 'titre' | 'texte' | 'des', string>>;
};

export const ALL_RELAIS = 'tous';

/** What the form of a new version offers, filled from `model` when it is one of hers; null: not for this actor. */
export async function newVersionPage(
  actor: PersonActor,
  model: string | null,
  now: Date,
  tx: Tx = db(),
): Promise<NewVersionPage | null> {
  if (!maySomewhere(actor, 'relais.settings')) return null;
  const relais = await relaisChoices(actor, 'relais.settings', tx);
  const everywhere = mayInCollectivite(actor, 'relais.settings', actor.collectiviteId);
  const owners = relais.map(({ id, name }) => ({ value: id, label: name }));
  if (everywhere) owners.unshift({ value: ALL_RELAIS, label: 'Tous les relais' });
  const today = await todayIn(tx, actor.collectiviteId, now);
  const empty = { pour: owners[0]?.value ?? '', type: 'REGLEMENT', titre: '', texte: '', des: today };
  if (model === null) return { owners, today, values: empty };
  if (!isUuid(model)) return null;
  const row = await tx.reglement.findFirst({
    where: { id: model, collectiviteId: actor.collectiviteId },
    select: { relaisId: true, kind: true, title: true, body: true },
  });
  const pour = row?.relaisId ?? ALL_RELAIS;
  if (!row || !owners.some(({ value }) => value === pour)) return null;
  return { owners, today, values: { pour, type: row.kind, titre: row.title, texte: row.body, des: today } };
}
