/** A printed paper over HTTP: shown or saved under this name, kept by nobody on the way. */
export function pdfResponse(bytes: Uint8Array<ArrayBuffer>, name: string): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}

/** The row that an address ending in `.pdf` names; null: another ending. */
export const idOfPdf = (file: string | undefined): string | null =>
  /^([0-9a-f-]{36})\.pdf$/.exec(file ?? '')?.[1] ?? null;
