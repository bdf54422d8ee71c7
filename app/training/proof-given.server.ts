import { LARGEST_PROOF } from './proof.ts';

export type ProofGiven = { name: string; content: Uint8Array<ArrayBuffer> };

/** The file of a form's field; null: none was chosen. One too large is not read further than it may be. */
export async function proofGiven(form: FormData, field: string): Promise<ProofGiven | null> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0) return null;
  return { name: file.name, content: new Uint8Array(await file.slice(0, LARGEST_PROOF + 1).arrayBuffer()) };
}
