import { list, plural } from '#app/time/french.ts';
import { type RowFate, type RowImport } from '#app/catalog/import-row.ts';
import { datesWords, resultWords, siteWords, skippedWords } from '#app/catalog/import-words.ts';
import { columnsReport, lackings, rowReport, wrap } from '#app/catalog/programme-report.ts';
import { type ProgrammeColumns } from '#app/catalog/programme-columns.ts';
import { type RelaisMatch } from '#app/people/relais-match.ts';

/** What the report of an import tells. */
export type ToldImport = {
  rows: readonly RowImport[];
  emptyLines: number;
  columns: ProgrammeColumns;
  applied: boolean;
  publish: boolean;
  /** `--annee`, as said */
  year: string | null;
  world: {
    name: string;
    schoolZone: string;
    /** the one under way, `2026-2027` */
    schoolYear: string;
    shippedYears: readonly string[];
    relais: readonly { slug: string; name: string }[];
  };
};

/** The whole report: what it rests on, the rows under their relais, the counts, and what to do next. */
export function importReport(told: ToldImport): string {
  const blocks = [...headReport(told), ...columnsReport(told)];
  let heading: string | null = null;
  for (const one of told.rows) {
    if (one.row.relais !== heading) {
      blocks.push(wrap(`== ${relaisHeading(one.row.relais, one.relais, told.applied)} ==`, 0, 3).join('\n'));
    }
    heading = one.row.relais;
    blocks.push(importedRowReport(one, told));
  }
  return [...blocks, importSummary(told)].join('\n\n') + '\n';
}

/** One row: what was read, what our data add to it, and what becomes of it. */
export function importedRowReport(
  one: RowImport,
  { applied, publish }: Pick<ToldImport, 'applied' | 'publish'>,
): string {
  const { row, fate, imported } = one;
  if (imported && fate !== 'refused') {
    const status =
      fate === 'known'
        ? 'déjà importée, rien n’a changé'
        : applied
          ? 'déjà importée, publiée'
          : 'déjà importée, à publier';
    const lines = imported.relais === row.relais || row.relais === '' ? [] : [['Relais', imported.relais] as const];
    return rowReport(row, { status, lines, short: true });
  }
  const intervenant = row.intervenant === '' || isOut(fate) ? '' : `${row.intervenant} — à affecter aux séances`;
  const lines: [string, string][] = [
    ['Avec', intervenant],
    ['Lieu', isOut(fate) ? '' : siteWords(one.site, applied && fate !== 'refused')],
    ['Dates', datesWords(one)],
    ['Sautées', skippedWords(one.planned)],
    ['Conflits', one.clashes.join('\u00a0; ')],
    ['Résultat', resultWords(one, applied, publish)],
  ];
  return rowReport(row, { status: STATUS[fate] ?? (row.status === 'complete' ? 'complète' : 'à compléter'), lines });
}

/** The counts, what would be made, and the next command. */
export function importSummary(told: ToldImport): string {
  const { rows, applied, emptyLines } = told;
  const of = (...fates: RowFate[]) => rows.filter(({ fate }) => fates.includes(fate));
  const ready = rows.filter(({ fate, row }) => ['draft', 'published'].includes(fate) && row.status === 'complete');
  const drafts = of('draft').filter(({ row }) => row.status !== 'complete');
  const count = (n: number, one: string, many: string) => (n === 0 ? [] : [`  ${plural(n, one, many)}`]);
  const strangers = of('no-relais');
  const whole = strangers.filter(({ row }) => row.status === 'complete');
  const full = whole.length > 0 ? ` (dont complètes\u00a0: ${whole.length}, ${sessions(whole)})` : '';
  const empty = emptyLines > 0 ? ` (et ${plural(emptyLines, 'ligne vide', 'lignes vides')})` : '';
  return [
    `${plural(rows.length, 'ligne lue', 'lignes lues')}${empty}\u00a0:`,
    ...count(ready.length, `complète (${sessions(ready)})`, `complètes (${sessions(ready)})`),
    ...count(
      drafts.length,
      `à compléter (${sessions(drafts)}), en brouillon`,
      `à compléter (${sessions(drafts)}), en brouillon`,
    ),
    ...count(of('known').length, 'déjà importée, inchangée', 'déjà importées, inchangées'),
    ...count(
      of('known-published').length,
      `déjà importée, ${applied ? 'publiée maintenant' : 'à publier'}`,
      `déjà importées, ${applied ? 'publiées maintenant' : 'à publier'}`,
    ),
    ...count(of('not-held').length, 'hors catalogue, non importée', 'hors catalogue, non importées'),
    ...count(strangers.length, `d’un relais inconnu, non importée${full}`, `de relais inconnus, non importées${full}`),
    ...count(of('unreadable').length, 'illisible, non importée', 'illisibles, non importées'),
    ...count(of('repeated').length, 'déjà vue plus haut', 'déjà vues plus haut'),
    ...count(of('refused').length, 'refusée, non importée', 'refusées, non importées'),
    ...lackings(rows.filter(({ fate }) => fate === 'draft' || fate === 'no-relais').map(({ row }) => row)),
    ...newThings(rows, applied),
    '',
    ...nextSteps(told, ready.length),
  ].join('\n');
}

/** A place is made as soon as it is named; "à confirmer" only for dates. */
function isMade({ site, planned }: RowImport): boolean {
  return site?.is === 'create' && (site.kind !== 'TO_CONFIRM' || planned.dates.length > 0);
}

const STATUS: Partial<Record<RowFate, string>> = {
  'not-held': 'hors catalogue',
  unreadable: 'illisible',
  repeated: 'déjà vue',
  'no-relais': 'relais inconnu',
  refused: 'refusée',
};

function isOut(fate: RowFate): boolean {
  return fate === 'not-held' || fate === 'unreadable' || fate === 'repeated' || fate === 'no-relais';
}

function headReport({ world, year, applied, rows }: ToldImport): string[] {
  const mode = applied ? 'Import' : 'Essai, rien n’est écrit';
  const moved = year === null ? '' : ` Programme placé en ${year}\u00a0: chaque date garde sa semaine et son jour.`;
  const blocks = [
    wrap(`${mode}\u00a0: ${world.name}, vacances scolaires de la zone ${world.schoolZone}.${moved}`, 0, 2).join('\n'),
  ];
  const used = new Set(rows.flatMap(({ planned }) => planned.dates.map(({ date }) => yearName(date))));
  const shipped = world.shippedYears.filter((name) => used.has(name));
  if (shipped.length > 0) {
    const text = `Vacances scolaires ${list(shipped)}\u00a0: calendrier fourni avec l’application, à vérifier.`;
    blocks.push(wrap(text, 0, 2).join('\n'));
  }
  return blocks;
}

function yearName(date: string): string {
  const first = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  return `${first}-${first + 1}`;
}

function relaisHeading(written: string, match: RelaisMatch, applied: boolean): string {
  switch (match.is) {
    case 'known':
      return written === '' || written === match.relais.name ? match.relais.name : `${written} → ${match.relais.name}`;
    case 'create':
      return `${match.name} (relais ${applied ? 'créé' : 'à créer'})`;
    case 'unknown':
      return match.name === '' ? 'Relais non indiqué' : `${match.name} (relais inconnu ici)`;
  }
}

function sessions(rows: readonly RowImport[]): string {
  return plural(
    rows.reduce((sum, { planned }) => sum + planned.dates.length, 0),
    'séance',
    'séances',
  );
}

function newThings(rows: readonly RowImport[], applied: boolean): string[] {
  const live = rows.filter(({ fate }) => fate === 'draft' || fate === 'published');
  const relais = new Set(live.flatMap(({ relais }) => (relais.is === 'create' ? [relais.name] : [])));
  const sites = new Set(live.flatMap((one) => (isMade(one) && one.site?.is === 'create' ? [one.site.name] : [])));
  const made = applied ? 'créés' : 'à créer';
  return [
    ...(relais.size > 0
      ? ['', ...wrap(`Relais ${made} (${relais.size})\u00a0: ${[...relais].join(', ')}.`, 0, 2)]
      : []),
    ...(sites.size > 0
      ? ['', ...wrap(`Lieux ${made} (${sites.size})\u00a0: ${[...sites].join('\u00a0; ')}.`, 0, 2)]
      : []),
  ];
}

function nextSteps({ rows, applied, world, year }: ToldImport, ready: number): string[] {
  const lines: string[] = [];
  const strangers = new Set(
    rows.flatMap(({ fate, relais }) => (fate === 'no-relais' && relais.is === 'unknown' ? [relais.name] : [])),
  );
  if (strangers.size > 0) {
    const ours = world.relais.map(({ slug }) => slug).sort();
    const one =
      ours.length > 0
        ? `--relais SLUG pour tout mettre dans un relais (${ours.slice(0, 8).join(', ')}${ours.length > 8 ? '…' : ''}), ou `
        : '';
    lines.push(
      ...wrap(`Relais inconnus ici\u00a0: ${strangers.size}. Ajoutez ${one}--creer-relais pour les créer.`, 0, 2),
    );
  }
  if (
    year === null &&
    rows.some(({ planned, fate }) => planned.past > 0 && planned.dates.length === 0 && fate !== 'known')
  ) {
    const text = `Des lignes sont passées : --annee ${world.schoolYear} les place dans cette année scolaire, semaine et jour gardés.`;
    lines.push(...wrap(text, 0, 2));
  }
  if (rows.some(({ fate, row }) => !isOut(fate) && row.notes !== '')) {
    lines.push(
      ...wrap(
        'Les remarques et les sources ne sont pas publiées : elles restent dans ce rapport et dans l’historique.',
        0,
        2,
      ),
    );
  }
  if (applied)
    return [
      ...lines,
      'Import terminé. Relancez la même commande quand vous voulez\u00a0: rien n’est importé deux fois.',
    ];
  const how = ready > 0 ? '--apply (en brouillons), ou --publish (les complètes sont publiées)' : '--apply';
  return [...lines, `Essai\u00a0: rien n’a été écrit. Pour importer, ajoutez ${how}.`];
}
