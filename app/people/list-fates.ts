import { plural } from '#app/time/french.ts';
import type { ProfessionalFate, ProfessionalImport } from './professional-fate.ts';

/** Rows of a list that meet the same fate. */
export type FateGroup = {
  fate: ProfessionalFate;
  /** "12 à ajouter" */
  title: string;
  rows: { line: number; name: string; words: string }[];
};

const ORDER: readonly ProfessionalFate[] = ['mend', 'no-relais', 'refused', 'repeated', 'known', 'renew', 'add'];

/** Those to look at first, then those already there, then those that are added. */
export function foldFates(rows: readonly ProfessionalImport[], applied: boolean): FateGroup[] {
  return ORDER.flatMap((fate) => {
    const those = rows.filter((row) => row.fate === fate);
    if (those.length === 0) return [];
    return [{ fate, title: titleOf(fate, those.length, applied), rows: those.map((row) => lineOf(row, applied)) }];
  });
}

function titleOf(fate: ProfessionalFate, count: number, applied: boolean): string {
  switch (fate) {
    case 'add':
      return applied ? plural(count, 'ajoutée', 'ajoutées') : `${count} à ajouter`;
    case 'renew':
      return `${plural(count, 'déjà connue', 'déjà connues')}, agrément ${applied ? 'mis' : 'à mettre'} à jour`;
    case 'known':
      return `${plural(count, 'déjà connue', 'déjà connues')}, rien ne change`;
    case 'repeated':
      return `${count} en double dans la liste`;
    case 'mend':
      return `${count} à corriger dans votre liste, puis à importer de nouveau`;
    case 'no-relais':
      return `${count} sans relais connu`;
    case 'refused':
      return plural(count, 'refusée', 'refusées');
  }
}

function lineOf({ row, fate, reason, relais, newCommune, unknownCommune }: ProfessionalImport, applied: boolean) {
  const name = `${row.firstName} ${row.lastName}`.trim() || 'Sans nom';
  const commune = [
    ...(newCommune ? [`commune ${row.commune} ${applied ? 'créée' : 'à créer'}`] : []),
    ...(unknownCommune ? [`commune ${row.commune} inconnue ici : laissée vide`] : []),
  ];
  const words: Record<ProfessionalFate, string> = {
    add: [...row.understood, ...commune, ...row.proposed].join(' ; '),
    renew: [reason ?? '', ...row.understood.filter((words) => words.startsWith('agrément'))].join(' ; '),
    known: reason ?? '',
    repeated: reason ?? '',
    mend: row.missing.join(' ; '),
    'no-relais':
      relais.is === 'known' || relais.name === ''
        ? 'la liste ne dit pas de relais'
        : `« ${relais.name} » n’est pas l’un de vos relais`,
    refused: reason ?? '',
  };
  return { line: row.line, name, words: words[fate] };
}
