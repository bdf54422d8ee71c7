import { sizeInWords, type MaterialWhen } from '#app/catalog/material.ts';
import { extensionOf } from '#app/documents/file-kind.ts';

/** A document as its readers see it. */
export type MaterialShown = {
  id: string;
  title: string;
  when: MaterialWhen;
  href: string;
  /** Another site: a plain link, with its name. */
  outside: boolean;
  /** "PDF, 320 ko", "www.exemple.fr" */
  what: string;
};

export type MaterialRow = {
  id: string;
  title: string;
  when: MaterialWhen;
  url: string | null;
  mediaType: string | null;
  bytes: number | null;
};

/** A row in words. */
export function materialShown({ id, title, when, url, mediaType, bytes }: MaterialRow): MaterialShown {
  if (url !== null) return { id, title, when, href: url, outside: true, what: new URL(url).hostname };
  const kind = KINDS[extensionOf(mediaType ?? '')] ?? 'fichier';
  return { id, title, when, href: `/documents/${id}`, outside: false, what: `${kind}, ${sizeInWords(bytes ?? 0)}` };
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ pdf: 'PDF', png: 'image', jpg: 'image', gif: 'image', webp: 'image' },
  ...{ odt: 'texte', docx: 'texte Word', doc: 'texte Word' },
  ...{ ods: 'tableau', xlsx: 'tableau Excel', xls: 'tableau Excel' },
  ...{ odp: 'diaporama', pptx: 'diaporama PowerPoint', ppt: 'diaporama PowerPoint' },
};
