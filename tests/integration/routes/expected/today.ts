import type { Cast } from '#tests/integration/routes/cast.ts';

import { HOST_TEAM, SETTLERS, SIGN_IN, STAFF_ONLY, all, type Expectations } from './answers.ts';

const sheet = ({ sheetId }: Cast) => ({ id: sheetId });
const telling = ({ toTellId }: Cast) => ({ id: toTellId });

/** The team's menu « Aujourd’hui »: the day, its sheets, whom to tell, messages. */
export const TODAY: Expectations = {
  'animation/messages': { get: all(200, STAFF_ONLY) },
  'animation/messages/introductions': { get: all(200, SETTLERS) },
  'animation/messages/introductions/:template': {
    of: () => ({ template: 'session-reminder' }),
    get: all(200, SETTLERS),
    form: () => ({ texte: 'À bientôt.' }),
    post: all('/animation/messages/introductions/session-reminder', SETTLERS),
  },
  'animation/messages/introductions/:template/apercu': {
    of: () => ({ template: 'session-reminder' }),
    get: all(200, SETTLERS),
    form: () => ({ texte: 'À bientôt.' }),
    post: all(200, SETTLERS),
  },
  animation: { get: all(200, STAFF_ONLY) },
  'animation/a-prevenir': { get: all(200, STAFF_ONLY) },
  'animation/a-prevenir/:id/prevenue': {
    of: telling,
    get: all('/animation/a-prevenir'),
    post: all('/animation/a-prevenir', HOST_TEAM),
  },
  'animation/a-prevenir/:id/a-rappeler': {
    of: telling,
    get: all('/animation/a-prevenir'),
    post: all('/animation/a-prevenir', HOST_TEAM),
  },
  'animation/seances/feuilles': { get: all(200, { ...STAFF_ONLY, intervenant: 200 }) },
  'animation/seances/:id/emargement': {
    of: sheet,
    get: all(200, HOST_TEAM),
    form: () => ({ feuille: '00000000-0000-4000-8000-000000000001' }),
    post: all(404, { ...SIGN_IN, animator: '/animation/seances/:id/emargement' }),
  },
  'animation/seances/:id/emargement/arbitrage': {
    of: sheet,
    get: all('/animation/seances/:id/emargement'),
    form: () => ({ marque: '00000000-0000-4000-8000-000000000001', garder: 'KEPT' }),
    post: all(404, SIGN_IN),
  },
  'animation/seances/:id/marques': {
    of: sheet,
    get: all(200, { ...HOST_TEAM, anonymous: 401 }),
    post: all(400, { anonymous: 401 }),
  },
  'animation/seances/:id/feuille.pdf': { of: sheet, get: all(200, HOST_TEAM) },
  'animation/seances/:id/appel.pdf': { of: sheet, get: all(200, HOST_TEAM) },
  'animation/seances/:id/recherche': {
    of: sheet,
    get: all(404, { ...SIGN_IN, animator: 200 }),
    form: () => ({ nom: 'zz' }),
    post: all(404, { ...SIGN_IN, animator: 200 }),
  },
  'animation/seances/:id/venues': {
    of: sheet,
    get: all('/animation/seances/:id/emargement'),
    form: () => ({
      marque: '00000000-0000-4000-8000-000000000002',
      ligne: '00000000-0000-4000-8000-000000000003',
      type: 'PARENT',
    }),
    post: all(404, { ...SIGN_IN, animator: '/animation/seances/:id/emargement' }),
  },
};
