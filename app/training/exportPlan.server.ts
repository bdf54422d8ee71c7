import { db, type Tx } from '#app/db/client.server.ts';
import type { Cell } from '#app/documents/csv.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { fileStageLabel } from './file-stage.ts';
import { lineStageLabel } from './line-stage.ts';
import { planFor } from './plan-access.server.ts';
import { PAYERS } from './plan-words.ts';

const HEADER = [
  ...['Formation', 'Étape', 'Relais', 'Thème', 'Organisme', 'Qualiopi', 'Heures', 'Coût par personne', 'Qui paie'],
  ...['Dossiers attendus le', 'Nom', 'Prénom', 'Commune', 'Dossier', 'Depuis le', 'Employeur facilitateur'],
];

/** The plan for a spreadsheet, one row a file; a line without anyone is a row too. Who took it is kept. Null: not hers. */
export async function exportPlan(
  actor: Actor,
  planId: string,
  now: Date,
  tx: Tx = db(),
): Promise<{ name: string; header: readonly string[]; rows: Cell[][] } | null> {
  const plan = await planFor(tx, actor, planId);
  if (!plan) return null;
  const lines = await tx.trainingLine.findMany({
    where: { planId },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    include: {
      relais: { select: { name: true } },
      theme: { select: { title: true } },
      organisation: { select: { name: true, qualiopiNumber: true } },
      files: { orderBy: { person: { lastName: 'asc' } }, select: FILE },
    },
  });
  const who = { collectiviteId: plan.collectiviteId, actorId: actorId(actor), subject: 'plan' as const };
  await record(tx, now, { ...who, subjectId: planId, what: 'plan.exported' });
  const rows = lines.flatMap(({ files, ...line }) => {
    const first = lineCells(line);
    if (files.length === 0) return [[...first, '', '', '', '', '', '']];
    return files.map((file) => [...first, ...fileCells(file)]);
  });
  return { name: `plan-${plan.year}`, header: HEADER, rows };
}

const FILE = {
  ...({ stage: true, stageAt: true, employer: true } as const),
  person: {
    select: {
      ...({ firstName: true, lastName: true } as const),
      professional: { select: { commune: { select: { name: true } } } },
    },
  },
} as const;

const iso = (date: Date) => date.toISOString().slice(0, 10);

type Line = {
  title: string;
  stage: Parameters<typeof lineStageLabel>[0];
  minutes: number | null;
  costCents: number | null;
  payer: string | null;
  filesDueOn: Date | null;
  relais: { name: string };
  theme: { title: string } | null;
  organisation: { name: string; qualiopiNumber: string | null } | null;
};

function lineCells({ title, stage, minutes, costCents, payer, filesDueOn, relais, theme, organisation }: Line): Cell[] {
  return [
    ...[title, lineStageLabel(stage), relais.name, theme?.title ?? '', organisation?.name ?? ''],
    ...[
      organisation?.qualiopiNumber ?? '',
      minutes === null ? '' : minutes / 60,
      costCents === null ? '' : costCents / 100,
    ],
    ...[PAYERS.find(({ code }) => code === payer)?.label ?? '', filesDueOn ? iso(filesDueOn) : ''],
  ];
}

type File = {
  stage: Parameters<typeof fileStageLabel>[0];
  stageAt: Date;
  employer: string;
  person: { firstName: string; lastName: string; professional: { commune: { name: string } | null } | null };
};

function fileCells({ stage, stageAt, employer, person }: File): Cell[] {
  const commune = person.professional?.commune?.name ?? '';
  return [person.lastName, person.firstName, commune, fileStageLabel(stage), iso(stageAt), employer];
}
