import { plural } from '#app/time/french.ts';
import type { ProfessionalFate, ProfessionalImport } from './professional-fate.ts';

export type ToldList = {
  rows: readonly ProfessionalImport[];
  /** Headers left aside, as written. */
  unknownColumns: readonly string[];
  applied: boolean;
  name: string;
  relais: readonly { slug: string }[];
};

/** The whole report of a list of professionals: each row, the counts, what to do next. */
export function professionalsReport(told: ToldList): string {
  const { rows, applied, unknownColumns, name } = told;
  const head = `${applied ? 'Import' : 'Essai, rien n’est écrit'}\u00a0: liste de professionnel·les, ${name}.`;
  const ignored =
    unknownColumns.length > 0
      ? [`Colonnes ignorées\u00a0: ${unknownColumns.map((one) => `«\u00a0${one}\u00a0»`).join(', ')}.`]
      : [];
  return `${[head, ...ignored, ...rows.map((one) => rowLines(one, applied)), summary(told)].join('\n\n')}\n`;
}

const STATUS: Record<Exclude<ProfessionalFate, 'add'>, string> = {
  renew: 'déjà connue, nouvel agrément',
  known: 'déjà connue',
  repeated: 'déjà vue',
  mend: 'à corriger',
  'no-relais': 'relais inconnu',
  refused: 'refusée',
};

function rowLines(one: ProfessionalImport, applied: boolean): string {
  const { row, fate, reason, relais } = one;
  const name = `${row.firstName} ${row.lastName}`.trim() || 'sans nom';
  const status = fate === 'add' ? (applied ? 'ajoutée' : 'sera ajoutée') : STATUS[fate];
  const lines = [`Ligne ${row.line} · ${name} — ${status}${reason ? ` (${reason})` : ''}`];
  if (fate === 'known' || fate === 'repeated') return lines.join('\n');
  const where = relais.is === 'known' ? relais.relais.name : relais.name || 'non indiqué';
  const commune = one.newCommune
    ? `${row.commune} n’est pas dans la liste des communes\u00a0: ${applied ? 'créée' : 'sera créée'}`
    : '';
  const told: [string, string][] = [
    ['Relais', where],
    ['Compris', row.understood.join('\u00a0; ')],
    ['À corriger', row.missing.join('\u00a0; ')],
    ['Proposé', [...row.proposed, commune].filter((text) => text !== '').join('\u00a0; ')],
  ];
  return [
    ...lines,
    ...told.filter(([, text]) => text !== '').map(([label, text]) => `    ${label.padEnd(11)}${text}`),
  ].join('\n');
}

function summary({ rows, applied, relais }: ToldList): string {
  const of = (fate: ProfessionalFate) => rows.filter((row) => row.fate === fate).length;
  const count = (n: number, one: string, many: string) => (n === 0 ? [] : [`  ${plural(n, one, many)}`]);
  const slugs = relais.map(({ slug }) => slug).sort();
  return [
    `${plural(rows.length, 'ligne lue', 'lignes lues')}\u00a0:`,
    ...(applied ? count(of('add'), 'ajoutée', 'ajoutées') : count(of('add'), 'à ajouter', 'à ajouter')),
    ...count(of('renew'), 'déjà connue, nouvel agrément', 'déjà connues, nouvel agrément'),
    ...count(of('known'), 'déjà connue, inchangée', 'déjà connues, inchangées'),
    ...count(of('repeated'), 'en double dans le fichier', 'en double dans le fichier'),
    ...count(of('mend'), 'à corriger, non importée', 'à corriger, non importées'),
    ...count(of('no-relais'), 'sans relais connu, non importée', 'sans relais connu, non importées'),
    ...count(of('refused'), 'refusée, non importée', 'refusées, non importées'),
    '',
    ...(of('no-relais') > 0
      ? [`Pour les mettre toutes dans un relais\u00a0: --relais SLUG (${slugs.join(', ') || 'aucun relais encore'}).`]
      : []),
    applied
      ? 'Import terminé. Relancez la même commande quand vous voulez\u00a0: personne n’est ajouté deux fois.'
      : 'Essai\u00a0: rien n’a été écrit. Pour importer, ajoutez --apply.',
  ].join('\n');
}
