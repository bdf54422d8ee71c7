/** The largest proof: a photograph of a paper, or a few scanned pages. */
export const LARGEST_PROOF = 5_000_000;

export type ProofType = 'application/pdf' | 'image/jpeg' | 'image/png';

const BEGINNINGS: readonly (readonly [ProofType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

const ENDINGS: Readonly<Record<ProofType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** What a file is by its first bytes, whatever its name says; null: none of those kept. */
export function proofType(content: Uint8Array): ProofType | null {
  return BEGINNINGS.find(([, bytes]) => bytes.every((byte, n) => content[n] === byte))?.[0] ?? null;
}

/** The name a proof is given back under: that of the file, without what a name must not hold, with its true ending. */
export function proofName(given: string, type: ProofType): string {
  const base = given
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?%;]/gu, '')
    .trim();
  return `${[...(base || 'justificatif')].slice(0, 80).join('')}.${ENDINGS[type]}`;
}

/** Why a file is no proof: too large, or neither a PDF nor a photograph; null: it is one. */
export function proofRefusal(content: Uint8Array): 'PROOF_TOO_LARGE' | 'PROOF_WRONG' | null {
  if (content.length > LARGEST_PROOF) return 'PROOF_TOO_LARGE';
  return proofType(content) === null ? 'PROOF_WRONG' : null;
}
