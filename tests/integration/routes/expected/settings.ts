import { HOST_SETTLERS, PLANNERS, SETTLERS, SIGN_IN, STAFF_ONLY, all, type Expectations } from './answers.ts';

/** The team's menu « Réglages », and a relais's rules. */
export const SETTINGS: Expectations = {
  'animation/relais/:id/regles': {
    of: ({ place }) => ({ id: place.relaisId }),
    get: all(200, HOST_SETTLERS),
    post: all('/animation/relais/:id/regles', HOST_SETTLERS),
  },
  'animation/relais': { get: all(200, SETTLERS), post: all(400, STAFF_ONLY) },
  'animation/equipe': { get: all(404, { ...SIGN_IN, admin: 200 }), post: all(404, { ...SIGN_IN, admin: 400 }) },
  'animation/lieux': { get: all(200, PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/reglages': { get: all(200, SETTLERS), post: all(400, STAFF_ONLY) },
  'animation/reglements': { get: all(200, SETTLERS) },
  'animation/reglements/nouveau': { get: all(200, SETTLERS), post: all(400, STAFF_ONLY) },
  'animation/reglages/retrait': { get: all('/animation/reglages'), post: all(404, SIGN_IN) },
};
