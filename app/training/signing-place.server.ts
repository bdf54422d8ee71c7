import type { DbOrTx } from '#app/db/client.server.ts';

/** Where papers of a relais are signed: the town of its address, when it has one. */
export async function signingPlace(tx: DbOrTx, relaisId: string): Promise<string> {
  const { address, collectivite } = await tx.relais.findUniqueOrThrow({
    where: { id: relaisId },
    select: { address: true, collectivite: { select: { name: true } } },
  });
  return /\b\d{5}\s+(\p{L}[\p{L}’' -]+)\s*$/u.exec(address)?.[1]?.trim() ?? collectivite.name;
}
