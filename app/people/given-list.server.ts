import { decodeTable, TableError } from '#app/documents/csv.ts';
import { readWorkbook } from '#app/documents/read-workbook.ts';
import { isZip } from '#app/documents/zip-size.ts';
import { MOST_COLUMNS, MOST_ROWS, unpackList, type GivenList } from './list-columns.ts';

const LARGEST_FILE = 4_000_000;

/** A list, or the sentence that says why it cannot be read. */
export type ReadList = { ok: true; list: GivenList } | { ok: false; error: string };

/** The list of a form: a file (.xlsx, .csv in any encoding and with any separator), pasted text, or that of a former step. */
export async function givenList(form: FormData): Promise<ReadList> {
  const file = form.get('fichier');
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  try {
    if (text('liste') !== '') return bounded(unpackList(text('liste')));
    if (file instanceof File && file.size > LARGEST_FILE) return no('Ce fichier est trop grand : 4 Mo au plus.');
    if (file instanceof File && file.size > 0) return bounded(await tableOf(new Uint8Array(await file.arrayBuffer())));
    if (text('texte').trim() === '') return no('Choisissez un fichier, ou collez votre liste.');
    return bounded(decodeTable(new TextEncoder().encode(text('texte').trim())));
  } catch (error) {
    if (error instanceof TableError) return no(error.message);
    throw error;
  }
}

async function tableOf(bytes: Uint8Array): Promise<GivenList> {
  return isZip(bytes) ? readWorkbook(bytes) : decodeTable(bytes);
}

function bounded(list: GivenList): ReadList {
  if (list.rows.length < 2)
    return no('Cette liste n’a qu’une ligne : il faut des titres de colonnes, puis des personnes.');
  if (list.rows.length > MOST_ROWS + 10)
    return no(`Cette liste est trop longue : ${MOST_ROWS} personnes au plus à la fois.`);
  if ((list.rows[0]?.length ?? 0) > MOST_COLUMNS)
    return no(`Cette liste a trop de colonnes : ${MOST_COLUMNS} au plus.`);
  return { ok: true, list };
}

const no = (error: string): ReadList => ({ ok: false, error });
