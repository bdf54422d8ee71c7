import { z } from 'zod';
import type { NewReglement } from './publishReglement.server.ts';
import { ALL_RELAIS } from './reglement-list.server.ts';

const form = z.object({
  pour: z.union([z.literal(ALL_RELAIS), z.uuid()], 'Choisissez un relais.'),
  type: z.enum(['REGLEMENT', 'CHARTE'], 'Choisissez ce que c’est.'),
  titre: z.string().trim().min(1, 'Donnez-lui un titre.').max(200, 'Au plus 200 signes.'),
  texte: z.string().trim().min(1, 'Écrivez son texte.').max(20_000, 'Au plus 20 000 signes.'),
  des: z.iso
    .date('Choisissez un jour.')
    .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'Vérifiez l’année.'),
});

export const REGLEMENT_FIELDS = ['pour', 'type', 'titre', 'texte', 'des'] as const;

/** The form of a version of a règlement or charter; `collectiviteId` is the one of who publishes. */
export function readReglement(data: FormData, collectiviteId: string) {
  const read = form.safeParse(Object.fromEntries(data));
  if (!read.success) return { ok: false as const, issues: read.error.issues };
  const { pour, type, titre, texte, des } = read.data;
  const of = pour === ALL_RELAIS ? { collectiviteId } : { relaisId: pour };
  const body = texte.replace(/\r\n?/g, '\n');
  const version: NewReglement = { of, kind: type, title: titre, body, effectiveFrom: des };
  return { ok: true as const, version };
}
