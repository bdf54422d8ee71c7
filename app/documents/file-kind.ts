import { isZip } from './zip-size.ts';

export type FileKind = { mediaType: string; extension: string };

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** Files told by their first bytes alone. */
const SIGNED: readonly (FileKind & { bytes: readonly number[]; at?: number })[] = [
  { mediaType: 'application/pdf', extension: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', extension: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', extension: 'jpg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', extension: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { mediaType: 'image/webp', extension: 'webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
];

/** Zipped documents, by a name or a type that they hold in clear. */
const ZIPPED: readonly (FileKind & { holds: string })[] = [
  { mediaType: `${OPEN}.text`, extension: 'odt', holds: `mimetype${OPEN}.text` },
  { mediaType: `${OPEN}.spreadsheet`, extension: 'ods', holds: `mimetype${OPEN}.spreadsheet` },
  { mediaType: `${OPEN}.presentation`, extension: 'odp', holds: `mimetype${OPEN}.presentation` },
  { mediaType: `${OFFICE}.wordprocessingml.document`, extension: 'docx', holds: 'word/document.xml' },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx', holds: 'xl/workbook.xml' },
  { mediaType: `${OFFICE}.presentationml.presentation`, extension: 'pptx', holds: 'ppt/presentation.xml' },
];

/** The older formats are one container: the name tells them apart. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const CONTAINED: readonly FileKind[] = [
  { mediaType: 'application/msword', extension: 'doc' },
  { mediaType: 'application/vnd.ms-excel', extension: 'xls' },
  { mediaType: 'application/vnd.ms-powerpoint', extension: 'ppt' },
];

/** What a file is by what it begins with, whatever it is called; null: no PDF, picture or office document. */
export function fileKind(bytes: Uint8Array, name: string): FileKind | null {
  const signed = SIGNED.find((kind) => holdsAt(bytes, kind.bytes, kind.at ?? 0));
  if (signed) return only(signed);
  if (holdsAt(bytes, CONTAINER, 0)) return CONTAINED.find(({ extension }) => hasExtension(name, extension)) ?? null;
  if (!isZip(bytes)) return null;
  const clear = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zipped = ZIPPED.find(({ holds }) => clear.includes(holds));
  return zipped ? only(zipped) : null;
}

/** The name a file is saved under: its title, without what a disk refuses. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .replaceAll(/[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .trim();
  const stem = hasExtension(safe, extension) ? safe.slice(0, -extension.length - 1) : safe;
  return `${stem === '' ? 'document' : stem}.${extension}`;
}

const only = ({ mediaType, extension }: FileKind): FileKind => ({ mediaType, extension });

const holdsAt = (bytes: Uint8Array, signature: readonly number[], at: number): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const hasExtension = (name: string, extension: string): boolean => name.toLowerCase().endsWith(`.${extension}`);

/** The ending of a stored file, by its type. */
export function extensionOf(mediaType: string): string {
  return [...SIGNED, ...ZIPPED, ...CONTAINED].find((kind) => kind.mediaType === mediaType)?.extension ?? 'bin';
}
