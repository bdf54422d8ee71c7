import type { Cast } from '#tests/integration/routes/cast.ts';

import { askedSession } from './addressed.ts';
import { HOST_PLANNERS, HOST_TEAM, PLANNERS, SIGN_IN, STAFF_ONLY, all, type Expectations } from './answers.ts';

/** The cast's intervenant. */
const speaker = ({ actors: { intervenant } }: Cast) => ({
  id: intervenant.kind === 'person' ? intervenant.personId : '',
});
const budgetLine = ({ budgetLineId }: Cast) => ({ id: budgetLineId });

/** The team's menu « Intervenant·es »: their files, statements and the budget. */
export const MONEY: Expectations = {
  'animation/intervenants': { query: () => '?q=psy', get: all(200, STAFF_ONLY) },
  'animation/intervenants/nouveau': { get: all(200, PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/intervenants/:id': { of: speaker, get: all(200, STAFF_ONLY) },
  'animation/intervenants/:id/modification': { of: speaker, get: all(200, PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/intervenants/:id/etats': { of: speaker, get: all(200, STAFF_ONLY), post: all(400, STAFF_ONLY) },
  // Nothing is over: there is no state to take back.
  'animation/intervenants/:id/etats/annulation': { of: speaker, get: all(404, SIGN_IN), post: all(404, SIGN_IN) },
  'animation/intervenants/:id/releve': { of: speaker, get: all(200, STAFF_ONLY) },
  'animation/intervenants/:id/releve.pdf': { of: speaker, get: all(200, STAFF_ONLY) },
  'animation/intervenants/:id/releve.csv': { of: speaker, get: all(200, STAFF_ONLY) },
  'animation/seances/:id/conditions': { of: askedSession, get: all(200, HOST_TEAM), post: all(404, SIGN_IN) },
  'animation/budget': { query: () => '?annee=2026', get: all(200, STAFF_ONLY), post: all(400, STAFF_ONLY) },
  'animation/budget.csv': { query: () => '?annee=2026', get: all(200, STAFF_ONLY) },
  'animation/budget/:id/modification': { of: budgetLine, get: all(200, HOST_PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/budget/:id/suppression': {
    of: budgetLine,
    get: all('/animation/budget'),
    post: all('/animation/budget', HOST_PLANNERS),
  },
};
