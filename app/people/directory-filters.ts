import { fold } from '#app/documents/fold.ts';
import { isUuid } from '#app/db/uuid.ts';
import { PROFESSIONAL_KINDS, type ProfessionalKindName, type WorkStatusName } from './professional-words.ts';

/** Agréments that end within so many months (0: over already), or none at all. */
export type AgrementFilter = 0 | 3 | 6 | 12 | 'none';
export type DirectorySort = 'nom' | 'commune' | 'agrement' | 'venue';

/** What the directory shows; absent: everyone, but those who have ceased. */
export type DirectoryFilters = {
  q?: string;
  /** a relais's slug */
  relais?: string;
  communeId?: string;
  kind?: ProfessionalKindName;
  status?: WorkStatusName | 'all';
  agrement?: AgrementFilter;
  withoutEmail?: true;
  neverCame?: true;
  sort?: DirectorySort;
};

const KIND_NAMES: Record<ProfessionalKindName, string> = {
  ASSISTANTE_MATERNELLE: 'am',
  GARDE_A_DOMICILE: 'garde',
  CANDIDATE: 'candidate',
};
const STATUS_NAMES = { ACTIVE: 'activite', PAUSED: 'pause', CEASED: 'cessation', all: 'toutes' } as const;
const AGREMENTS = new Map<string, AgrementFilter>([
  ['0', 0],
  ['3', 3],
  ['6', 6],
  ['12', 12],
  ['aucun', 'none'],
]);
const SORTS = ['nom', 'commune', 'agrement', 'venue'] as const;

/** Reads the directory's address; what is not understood is left out. */
export function readDirectory(query: URLSearchParams): DirectoryFilters {
  const text = (name: string) => query.get(name)?.trim() ?? '';
  const communeId = text('commune');
  const filters: { [name in keyof DirectoryFilters]: DirectoryFilters[name] | undefined } = {
    q: text('q').slice(0, 80) || undefined,
    relais: text('relais') || undefined,
    communeId: isUuid(communeId) ? communeId : undefined,
    kind: PROFESSIONAL_KINDS.find((kind) => KIND_NAMES[kind] === text('metier')),
    status: (['ACTIVE', 'PAUSED', 'CEASED', 'all'] as const).find((one) => STATUS_NAMES[one] === text('statut')),
    agrement: AGREMENTS.get(text('agrement')),
    withoutEmail: text('sansmail') === '1' || undefined,
    neverCame: text('jamais') === '1' || undefined,
    sort: SORTS.find((one) => one === text('tri')),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** The address's query of filters: "q=dup&statut=toutes"; '' for none. */
export function directoryQuery(filters: DirectoryFilters, from: string | null = null): string {
  const { q, relais, communeId, kind, status, agrement, withoutEmail, neverCame, sort } = filters;
  const parts: [string, string | null | undefined][] = [
    ['q', q],
    ['relais', relais],
    ['commune', communeId],
    ['metier', kind && KIND_NAMES[kind]],
    ['statut', status && STATUS_NAMES[status]],
    ['agrement', agrement === 'none' ? 'aucun' : agrement?.toString()],
    ['sansmail', withoutEmail && '1'],
    ['jamais', neverCame && '1'],
    ['tri', sort],
    ['suite', from],
  ];
  return new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
}

/** What was typed, as words that `Person.searchName` holds: all must be found. A telephone number is one word. */
export function searchWords(typed: string): string[] {
  const plain = fold(typed).replace(/['’-]/g, ' ').trim();
  if (/^\+?[\d .]+$/.test(plain)) return [plain.replace(/\D/g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0')];
  return plain.split(' ').filter((word) => word !== '');
}
