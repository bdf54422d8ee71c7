import type { Cast } from '#tests/integration/routes/cast.ts';

import { HOST_PLANNERS, HOST_TEAM, STAFF_ONLY, all, type Expectations } from './answers.ts';

const closure = ({ closureId }: Cast) => ({ id: closureId });

/** The team's menu « Planning »: calendar, closures, private calendar. */
export const PLANNING: Expectations = {
  'animation/planning': { get: all(200, STAFF_ONLY) },
  'animation/fermetures': { get: all(200, STAFF_ONLY), post: all(400, STAFF_ONLY) },
  'animation/fermetures/:id': {
    of: closure,
    get: all(200, HOST_TEAM),
    form: () => ({ premier: '2026-11-25' }),
    post: all('/animation/fermetures/:id', HOST_PLANNERS),
  },
  'animation/fermetures/:id/annulation': {
    of: closure,
    query: ({ place }) => `?seance=${place.sessionId}`,
    get: all(200, HOST_TEAM),
    post: all(400, STAFF_ONLY),
  },
  'animation/fermetures/:id/maintien': {
    of: closure,
    get: all('/animation/fermetures/:id'),
    post: all('/animation/fermetures/:id', STAFF_ONLY),
  },
  'animation/fermetures/:id/suppression': {
    of: closure,
    get: all('/animation/fermetures/:id'),
    post: all('/animation/fermetures', HOST_PLANNERS),
  },
  'animation/absences': { get: all(200, STAFF_ONLY) },
  'animation/agenda': { get: all(200, STAFF_ONLY), post: all(200, STAFF_ONLY) },
  'animation/agenda/contenu': {
    get: all('/animation/agenda'),
    form: () => ({ contenu: 'moi' }),
    post: all('/animation/agenda', STAFF_ONLY),
  },
  'animation/agenda/suppression': { get: all('/animation/agenda'), post: all('/animation/agenda', STAFF_ONLY) },
};
