import type { PersonActor } from '#app/people/actor.ts';

/** The function a signatory has on paper unless she writes another: by her role in the relais, else her profession. */
export function signatoryRole({ roles }: PersonActor, relaisId: string, profession: string | null): string {
  const here = roles.filter((one) => one.relaisId === null || one.relaisId === relaisId).map(({ role }) => role);
  if (here.includes('ANIMATOR')) return 'Animatrice du relais';
  if (here.includes('COORDINATOR')) return 'Responsable de service';
  return profession ?? '';
}
