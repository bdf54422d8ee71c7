import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getAppDirectory, index, route, type RouteConfig } from '@remix-run/route-config';

/** Every address of the application and the file that answers it. Addresses are nouns; see each file for its deed. */
const addresses = [
  index('routes/accueil.tsx'),
  route('activites', 'routes/activites.tsx'),
  route('activites/:id', 'routes/activite.tsx'),
  route('seances/:id', 'routes/seance.tsx'),
  route('seances/:id/inscription', 'routes/inscription.tsx'),
  route('seances/:id/desistement', 'routes/desistement.tsx'),
  route('relais/:slug', 'routes/relais.tsx'),
  route('relais/:slug/agenda.ics', 'routes/relais-agenda.ts'),
  route('agenda/:file', 'routes/agenda-prive.ts'),
  route('offres/:token/acceptation', 'routes/offre-acceptation.tsx'),
  route('offres/:token/refus', 'routes/offre-refus.tsx'),
  route('desistement/:token', 'routes/desistement-par-lien.tsx'),
  route('connexion', 'routes/connexion.tsx'),
  route('connexion/code', 'routes/connexion-code.tsx'),
  route('connexion/:token', 'routes/connexion-lien.tsx'),
  route('deconnexion', 'routes/deconnexion.tsx'),
  route('mon-espace', 'routes/mon-espace.tsx'),
  route('mon-espace/offres/:id/acceptation', 'routes/mon-offre-acceptation.ts'),
  route('mon-espace/offres/:id/refus', 'routes/mon-offre-refus.ts'),
  route('mon-espace/enfants', 'routes/mes-enfants.tsx'),
  route('mon-espace/enfants/:id/retrait', 'routes/mon-enfant-retrait.ts'),
  route('mon-espace/coordonnees', 'routes/mes-coordonnees.tsx'),
  route('mon-espace/appareils/:id/deconnexion', 'routes/mon-appareil-deconnexion.ts'),
  route('mon-espace/agenda', 'routes/mon-agenda.tsx'),
  route('mon-espace/agenda/suppression', 'routes/mon-agenda-suppression.ts'),
  route('mon-espace/reglements/:id', 'routes/reglement.tsx'),
  route('demo/etalon', 'routes/etalon.tsx'),
  route('demo/courriels', 'routes/demo-courriels.tsx'),
  route('demo/courriels/:id', 'routes/demo-courriel.tsx'),
  route('demo/courriels/:id/seance.ics', 'routes/demo-courriel-agenda.ts'),
  route('mentions-legales', 'routes/mentions-legales.tsx'),
  route('accessibilite', 'routes/accessibilite.tsx'),
  route('confidentialite', 'routes/confidentialite.tsx'),
  route('plan-du-site', 'routes/plan-du-site.tsx'),
  route('robots.txt', 'routes/robots.ts'),
  route('*', 'routes/introuvable.tsx'),
];

export default addresses.filter(({ file }) => existsSync(join(getAppDirectory(), file))) satisfies RouteConfig;
