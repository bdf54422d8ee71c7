import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readSchoolYear, type SchoolYear } from '#app/catalog/programme-year.ts';

export const USAGE = `npm run import -- FICHIER.csv [options]

Lit un programme de relais ou une liste de professionnel·les, tel qu’un tableur l’enregistre en CSV.
Sans option, c’est un essai : le rapport dit ligne par ligne ce qui est compris, rien n’est écrit.

  --apply                 importe : chaque ligne devient un brouillon, chaque personne un dossier
  --publish               importe, et publie les lignes complètes
  --annee 2026-2027       place un programme dans cette année scolaire, semaine et jour gardés
  --relais SLUG           met toutes les lignes dans ce relais
  --creer-relais          crée les relais que le programme nomme et qui manquent ici
  --gestionnaire SLUG     le gestionnaire, s’il y en a plusieurs
  --help                  cette aide

Code de sortie : 0 si tout ce qui pouvait l’être est importé, 1 en cas d’erreur ou de ligne refusée.`;

export type ImportArguments = {
  file: string;
  apply: boolean;
  publish: boolean;
  year: SchoolYear | null;
  relais: string | undefined;
  createRelais: boolean;
  manager: string | undefined;
};

const FLAGS = ['apply', 'publish', 'creer-relais', 'help'];
const VALUES = ['annee', 'relais', 'gestionnaire'];

/** The arguments of `npm run import`; `error`: one French sentence. */
export function readImportArguments(args: readonly string[]): { ok: ImportArguments } | { error: string } | 'help' {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of FLAGS) options[name] = { type: 'boolean' };
  for (const name of VALUES) options[name] = { type: 'string' };
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const files: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    if (!FLAGS.includes(token.name) && !VALUES.includes(token.name)) {
      return {
        error: `Option inconnue : ${token.rawName}. Les options : --apply, --publish, --annee, --relais, --creer-relais, --gestionnaire, --help.`,
      };
    }
    if (VALUES.includes(token.name) && (token.value === undefined || token.value.startsWith('--'))) {
      return { error: `L’option --${token.name} attend une valeur.` };
    }
    given.set(token.name, token.value ?? '');
  }
  return given.has('help') ? 'help' : checked(files, given);
}

function checked(
  files: readonly string[],
  given: ReadonlyMap<string, string>,
): { ok: ImportArguments } | { error: string } {
  const [file, ...others] = files;
  if (file === undefined) return { error: 'Quel fichier ? npm run import -- FICHIER.csv (--help pour l’aide).' };
  if (others.length > 0) return { error: `Un seul fichier à la fois : ${files.join(', ')}.` };
  const written = given.get('annee');
  const year = written === undefined ? null : readSchoolYear(written);
  if (written !== undefined && !year)
    return { error: `« ${written} » n’est pas une année scolaire : écrivez par exemple --annee 2026-2027.` };
  if (given.has('relais') && given.has('creer-relais'))
    return { error: 'Choisissez --relais ou --creer-relais, pas les deux.' };
  const publish = given.has('publish');
  return {
    ok: {
      ...{ file, publish, apply: publish || given.has('apply'), year },
      ...{ relais: given.get('relais'), createRelais: given.has('creer-relais'), manager: given.get('gestionnaire') },
    },
  };
}
