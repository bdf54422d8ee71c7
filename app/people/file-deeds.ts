import { dayPlain, list, plural } from '#app/time/french.ts';
import { readStatus, statusWords } from './professional-words.ts';

/** One line of what was done to a file, as the history keeps it. */
export type FileDeed = { what: string; detail: Readonly<Record<string, unknown>> };

const FIELDS: Record<string, string> = {
  firstName: 'le prénom',
  lastName: 'le nom',
  email: 'l’e-mail',
  phone: 'le téléphone',
  communeId: 'la commune',
  kind: 'le métier',
};

/** What was done, in words that follow a name: "a changé le téléphone"; null: nothing that a file tells. */
export function fileDeedInWords({ what, detail }: FileDeed): string | null {
  const text = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  const day = (name: string) => (text(name) === '' ? '' : dayPlain(text(name), { year: true }));
  switch (what) {
    case 'professional.added':
      return 'a créé la fiche';
    case 'professional.changed':
      return `a changé ${list(fieldsOf(detail.fields))}`;
    case 'phone.changed':
      return 'a changé le téléphone';
    case 'status.changed':
      return `a noté la situation : ${situation(text('status'))}, à partir du ${day('from')}`;
    case 'agrement.added':
      return `a noté un agrément de ${plural(Number(detail.children ?? 0), 'enfant', 'enfants')}`;
    case 'agrement.corrected':
      return `a corrigé un agrément : ${plural(Number(detail.children ?? 0), 'enfant', 'enfants')} au lieu de ${String(Number(detail.before ?? 0))}`;
    case 'relais.joined':
      return `a ajouté le relais ${text('name')}, à partir du ${day('from')}`;
    case 'relais.left':
      return `a mis fin au suivi par ${text('name')}, le ${day('until')}`;
    case 'reglement.accepted':
      return detail.mode === 'ON_PAPER' ? 'a noté un règlement signé sur papier' : 'a accepté un règlement';
    case 'access.accepted':
      return 'a ouvert l’accès';
    case 'person.merged':
      return 'a réuni deux fiches en une';
    default:
      return null;
  }
}

const situation = (text: string): string => {
  const status = readStatus(text);
  return status === null ? text : statusWords(status);
};

function fieldsOf(fields: unknown): string[] {
  const names = Array.isArray(fields) ? fields.map(String) : [];
  return names.map((name) => FIELDS[name] ?? name);
}
