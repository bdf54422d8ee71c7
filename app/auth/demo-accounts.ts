/** The demo's accounts of one click; names and addresses are stable (outside checks use them). */

export type DemoAccount = { compte: string; name: string; role: string };

const DOMAIN = 'demo.ribambelle.example';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { compte: 'nadia.morel', name: 'Nadia Morel', role: 'assistante maternelle, inscrite à plusieurs séances' },
  { compte: 'awa.diallo', name: 'Awa Diallo', role: 'assistante maternelle, rien de réservé' },
  { compte: 'lea.martin', name: 'Léa Martin', role: 'animatrice de deux relais' },
  { compte: 'sophie.lefevre', name: 'Sophie Lefèvre', role: 'responsable de service' },
  { compte: 'marc.petit', name: 'Marc Petit', role: 'intervenant, psychologue' },
  { compte: 'ines.roux', name: 'Inès Roux', role: 'secrétaire' },
  { compte: 'admin', name: 'Administration', role: 'administre l’installation' },
];

/** The demo address of an account's name; null for what is no name. */
export function demoAddress(compte: string): string | null {
  return /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(compte) ? `${compte}@${DOMAIN}` : null;
}
