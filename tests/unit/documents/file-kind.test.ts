import { expect, it } from 'vitest';
import { extensionOf, fileKind, fileName } from '#app/documents/file-kind.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

it.each([
  ['a.pdf', bytes('%PDF-1.7'), 'pdf'],
  ['virus.exe', bytes('%PDF-1.7'), 'pdf'],
  ['a.png', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'png'],
  ['a.jpg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
  ['a.gif', bytes('GIF89a'), 'gif'],
  ['a.webp', bytes('RIFF....WEBPVP8'), 'webp'],
  ['a.docx', bytes(ZIP, '[Content_Types].xml word/document.xml'), 'docx'],
  ['a.zip', bytes(ZIP, '[Content_Types].xml xl/workbook.xml'), 'xlsx'],
  ['a.odt', bytes(ZIP, 'mimetypeapplication/vnd.oasis.opendocument.text'), 'odt'],
  ['a.doc', bytes(CONTAINER), 'doc'],
  ['a.DOC', bytes(CONTAINER), 'doc'],
  ['a.msi', bytes(CONTAINER), null],
  ['a.zip', bytes(ZIP, 'photo.jpg'), null],
  ['a.pdf', bytes('<html>%PDF-'), null],
  ['a.svg', bytes('<svg onload="alert(1)">'), null],
  ['a.pdf', bytes(), null],
] as const)('%s is told by its first bytes', (name, content, extension) => {
  const kind = fileKind(content, name);
  expect(kind?.extension ?? null).toBe(extension);
  if (kind) expect(extensionOf(kind.mediaType)).toBe(kind.extension);
});

it.each([
  ['Le sommeil', 'Le sommeil.pdf'],
  ['Diaporama.pdf', 'Diaporama.pdf'],
  ['../../etc/passwd\n"x"', '.. .. etc passwd x.pdf'],
  ['🎉', '🎉.pdf'],
  ['  ', 'document.pdf'],
  ['é'.repeat(300), `${'é'.repeat(120)}.pdf`],
])('a file called %j is saved as %j', (title, name) => {
  expect(fileName(title, 'pdf')).toBe(name);
});
