import type { StaffRoleName } from './actor.ts';

/** What each role of the team is called on screen. */
export const ROLE_WORDS: Readonly<Record<StaffRoleName, string>> = {
  ANIMATOR: 'Animatrice, animateur',
  SECRETARY: 'Secrétariat',
  COORDINATOR: 'Responsable de service',
  ADMIN: 'Administration',
};

/** "Animatrice, animateur : Relais Amiens Nord, Relais Amiens Centre" */
export function rolesInWords(roles: readonly { role: StaffRoleName; relais: string | null }[]): string[] {
  const names = new Map<StaffRoleName, string[]>();
  for (const { role, relais } of roles) names.set(role, [...(names.get(role) ?? []), relais ?? 'tous les relais']);
  return [...names].map(([role, where]) => `${ROLE_WORDS[role]} : ${where.join(', ')}`);
}
