import type { Proof } from '#app/training/proofs.server.ts';

/** A proof as it was given, to save: never shown as a page of ours. */
export function proofResponse(proof: Proof | null): Response {
  if (!proof) throw new Response(null, { status: 404 });
  const name = `filename*=UTF-8''${encodeURIComponent(proof.name).replaceAll("'", '%27')}`;
  return new Response(proof.content, {
    headers: {
      'Content-Type': proof.mediaType,
      'Content-Disposition': `attachment; ${name}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
