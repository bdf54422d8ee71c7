import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { importProgramme } from '#app/catalog/importProgramme.server.ts';
import { importReport } from '#app/catalog/import-report.ts';
import { openProgramme } from '#app/catalog/programme.ts';
import { db } from '#app/db/client.server.ts';
import { decodeTable, TableError, type Table } from '#app/documents/csv.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { importProfessionals } from '#app/people/importProfessionals.server.ts';
import { openProfessionals } from '#app/people/professional-columns.ts';
import { professionalsReport } from '#app/people/professional-report.ts';
import { readImportArguments, USAGE, type ImportArguments } from '../import-arguments.ts';
import { Refusal } from '../prepare.mjs';
import { progressLine } from '../progress.ts';
import type { CommandContext } from '../run-command.ts';

/** `npm run import -- FICHIER.csv`: a programme or a list of professionals; a dry run unless told otherwise. */
export async function run(args: string[], { now, cwd }: CommandContext): Promise<number> {
  const read = readImportArguments(args);
  if (read === 'help') return tell(`${USAGE}\n`, 0);
  if ('error' in read) throw new Refusal(read.error);
  const table = readTable(resolve(cwd, read.ok.file));
  const collectiviteId = await managerNamed(read.ok.manager);
  const people = openProfessionals(table);
  if (people) return importList(people, collectiviteId, read.ok, now());
  const programme = openProgramme(table);
  if (programme) return importActivities(programme, collectiviteId, read.ok, now());
  const [header = []] = table.rows;
  throw new Refusal(
    `Les colonnes de ce fichier ne disent ni un programme (titre ou nature, date ou horaire), ni une liste de personnes (nom, prénom, téléphone, courriel ou commune) : ${header.join(', ')}.`,
  );
}

async function importActivities(
  table: NonNullable<ReturnType<typeof openProgramme>>,
  collectiviteId: string,
  { apply, publish, year, relais, createRelais }: ImportArguments,
  now: Date,
): Promise<number> {
  const input = {
    table,
    year,
    collectiviteId,
    apply,
    publish,
    relaisSlug: relais,
    createRelais,
    progress: progressLine(),
  };
  const done = await importProgramme(SYSTEM, input, now);
  if (!done.ok) throw refused(done.refusal);
  const { rows, emptyLines, columns, world } = done;
  const report = importReport({ rows, emptyLines, columns, world, applied: apply, publish, year: year?.name ?? null });
  return tell(report, rows.some(({ fate }) => fate === 'refused') ? 1 : 0);
}

async function importList(
  table: NonNullable<ReturnType<typeof openProfessionals>>,
  collectiviteId: string,
  { apply, relais }: ImportArguments,
  now: Date,
): Promise<number> {
  const input = { table, collectiviteId, apply, relaisSlug: relais, progress: progressLine() };
  const done = await importProfessionals(SYSTEM, input, now);
  if (!done.ok) throw refused(done.refusal);
  const { rows, name } = done;
  const unknownColumns = table.columns.unknown;
  const report = professionalsReport({ rows, unknownColumns, applied: apply, name, relais: done.relais });
  return tell(report, rows.some(({ fate }) => fate === 'refused') ? 1 : 0);
}

function refused(refusal: { code: 'NOT_FOUND' } | { code: 'NO_SUCH_RELAIS'; slugs: string[] }): Refusal {
  if (refusal.code === 'NOT_FOUND') return new Refusal('Ce gestionnaire n’existe pas.');
  const { slugs } = refusal;
  return new Refusal(
    `Ce relais n’existe pas. ${slugs.length > 0 ? `Les relais : ${slugs.join(', ')}.` : 'Il n’y en a pas encore : --creer-relais crée ceux du programme.'}`,
  );
}

function readTable(file: string): Table {
  const name = basename(file);
  try {
    return decodeTable(readFileSync(file));
  } catch (error) {
    if (error instanceof TableError) throw new Refusal(`${name} — ${error.message}`);
    const code: unknown = Reflect.get(Object(error), 'code');
    if (code === 'ENOENT') throw new Refusal(`Ce fichier n’existe pas : ${file}.`);
    if (code === 'EISDIR') throw new Refusal(`C’est un dossier, non un fichier : ${file}.`);
    if (code === 'EACCES') throw new Refusal(`Ce fichier ne peut pas être lu : ${file}.`);
    throw error;
  }
}

/** The manager of that slug; without one, the only one there is. */
async function managerNamed(slug: string | undefined): Promise<string> {
  const known = await db().collectivite.findMany({ select: { id: true, slug: true }, orderBy: { slug: 'asc' } });
  const [first, ...others] = slug === undefined ? known : known.filter((one) => one.slug === slug);
  if (known.length === 0)
    throw new Refusal('Aucun gestionnaire encore. Créez-le d’abord : npm run create-admin -- E-MAIL.');
  const slugs = known.map((one) => one.slug).join(', ');
  if (!first) throw new Refusal(`Ce gestionnaire n’existe pas. Les gestionnaires : ${slugs}.`);
  if (others.length > 0) throw new Refusal(`Précisez --gestionnaire SLUG : ${slugs}.`);
  return first.id;
}

function tell(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
