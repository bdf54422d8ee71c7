type File = { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> };

/** A file to save: never shown by the browser, never kept on the way. */
export function attachment({ name, mediaType, content }: File): Response {
  const plain = name.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Length': String(content.length),
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  };
  return new Response(new Blob([content]), { headers });
}
