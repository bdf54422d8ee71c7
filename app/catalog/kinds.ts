import type { Tone } from '#app/ui/tone.ts';
import type { ActivityKindName } from './booking-rules.ts';

/** A kind as screens and addresses name it; the slug is also its accent's name. Its icon stands in `kind-mark.tsx`. */
export type KindWords = { kind: ActivityKindName; slug: Exclude<Tone, 'teal'>; label: string; several: string };

/** Every kind, in the order screens list them; slugs stand in addresses (`?type=atelier`). */
export const KINDS: readonly KindWords[] = [
  { kind: 'ATELIER', slug: 'atelier', label: 'Atelier d’éveil', several: 'Ateliers d’éveil' },
  { kind: 'REUNION', slug: 'reunion', label: 'Réunion à thème', several: 'Réunions à thème' },
  { kind: 'ANALYSE', slug: 'analyse', label: 'Analyse de pratiques', several: 'Analyse de pratiques' },
  { kind: 'FORMATION', slug: 'formation', label: 'Formation', several: 'Formations' },
  { kind: 'PASSERELLE', slug: 'passerelle', label: 'Passerelle, sortie', several: 'Passerelles, sorties' },
  { kind: 'EVENEMENT', slug: 'evenement', label: 'Temps fort', several: 'Temps forts' },
  { kind: 'PERMANENCE', slug: 'permanence', label: 'Permanence', several: 'Permanences' },
];

/** "Atelier d’éveil" */
export function kindLabel(kind: ActivityKindName): string {
  return KINDS.find((one) => one.kind === kind)?.label ?? kind;
}

/** The kind that an address names; null: none of them. */
export function kindOfSlug(slug: string): ActivityKindName | null {
  return KINDS.find((one) => one.slug === slug)?.kind ?? null;
}

/** The accent of a kind. */
export function kindTone(kind: ActivityKindName): Tone {
  return KINDS.find((one) => one.kind === kind)?.slug ?? 'teal';
}
