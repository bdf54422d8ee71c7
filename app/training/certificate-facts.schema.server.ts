import { z } from 'zod';
import type { CertificateFacts } from './certificate-facts.ts';

const line = z.object({ words: z.string(), minutes: z.number(), training: z.boolean() });

const facts = z.object({
  scope: z.enum(['SESSION', 'TRAINING', 'YEAR']),
  name: z.string(),
  title: z.string(),
  lines: z.array(line),
  minutes: z.number(),
  until: z.string().nullable(),
  obtained: z.object({ expiresOn: z.string().nullable() }).nullable(),
  relais: z.string(),
  collectivite: z.string(),
  place: z.string(),
  signatory: z.object({ name: z.string(), role: z.string() }),
  issuedOn: z.string(),
  discreet: z.boolean(),
});

/** What was frozen with a certificate, as its row keeps it. */
export const readFacts = (json: unknown): CertificateFacts => facts.parse(json);
