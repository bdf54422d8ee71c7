import type { Cast } from '#tests/integration/routes/cast.ts';

import { nothing } from './addressed.ts';
import { HOST_PLANNERS, HOST_SETTLERS, PLANNERS, SIGN_IN, all, type Expectations } from './answers.ts';

const plan = (people: Cast) => ({ id: people.plan.planId });
const line = (people: Cast) => ({ id: people.plan.lineId });
const provider = (people: Cast) => ({ id: people.plan.organisationId });

/** The team's menu « Formation »: plans, their lines and organisations. */
export const PLANS: Expectations = {
  'animation/plans': { get: all(200, PLANNERS) },
  'animation/plans/nouveau': { get: all(200, PLANNERS), post: all(400, PLANNERS) },
  'animation/plans/:id': { of: plan, get: all(200, HOST_PLANNERS) },
  'animation/plans/:id/plan.csv': { of: plan, get: all(200, HOST_PLANNERS) },
  'animation/plans/:id/modification': { of: plan, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/plans/:id/besoins': { of: plan, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/lignes/:id': { of: line, get: all(200, HOST_PLANNERS) },
  'animation/lignes/:id/modification': { of: line, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/lignes/:id/personnes': { of: line, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/lignes/:id/dates': { of: line, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/lignes/:id/arrivee': { of: line, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/lignes/:id/dossiers/:acte': {
    of: (people) => ({ ...line(people), acte: 'gel' }),
    get: all(200, HOST_PLANNERS),
    post: all(400, HOST_PLANNERS),
  },
  'animation/lignes/:id/presences': {
    of: line,
    get: all('/animation/lignes/:id'),
    post: all('/animation/lignes/:id', HOST_PLANNERS),
  },
  // Validating is the coordinator's and the administrator's.
  'animation/lignes/:id/:acte': {
    of: (people) => ({ ...line(people), acte: 'validation' }),
    get: all(200, HOST_SETTLERS),
    post: all(409, HOST_SETTLERS),
  },
  'animation/dossiers/:id/:acte': {
    of: ({ plan }) => ({ id: plan.fileId, acte: 'gel' }),
    get: all(200, HOST_PLANNERS),
    post: all('/animation/lignes/:id', HOST_PLANNERS),
  },
  'animation/dossiers/:id/retrait': { of: nothing, get: all('/animation/plans'), post: all(404, SIGN_IN) },
  'animation/organismes': { get: all(200, PLANNERS) },
  'animation/organismes/nouveau': { get: all(200, PLANNERS), post: all(400, PLANNERS) },
  'animation/organismes/:id': { of: provider, get: all(200, PLANNERS), post: all(400, PLANNERS) },
  'animation/organismes/:id/retrait': {
    of: provider,
    get: all('/animation/organismes'),
    post: all('/animation/organismes', PLANNERS),
  },
};
