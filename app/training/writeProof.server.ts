import type { Tx } from '#app/db/client.server.ts';
import { proofName, proofType } from './proof.ts';
import type { ProofGiven } from './proof-given.server.ts';

type For = { declaredId: string; collectiviteId: string };

/** Keeps the proof of a declared training instead of the former one, in the caller's transaction. */
export async function writeProof(
  tx: Tx,
  { declaredId, collectiviteId }: For,
  { name, content }: ProofGiven,
  now: Date,
) {
  const mediaType = proofType(content);
  if (mediaType === null) throw new Error('refused before');
  const said = { name: proofName(name, mediaType), mediaType, content, at: now };
  const create = { declaredId, collectiviteId, ...said };
  await tx.declaredProof.upsert({ where: { declaredId }, create, update: said, select: { declaredId: true } });
}
