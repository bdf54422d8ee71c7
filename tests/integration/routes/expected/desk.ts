import { offer, session } from './addressed.ts';
import { HOST_PLANNERS, HOST_TEAM, STAFF_ONLY, all, type Expectations } from './answers.ts';

/** A session's desk, and its enrollments. */
export const DESK: Expectations = {
  'animation/seances/:id': { of: session, get: all(200, HOST_TEAM) },
  'animation/seances/:id/historique': { of: session, get: all(200, HOST_TEAM) },
  'animation/seances/:id/inscriptions': { of: session, get: all(200, HOST_TEAM), post: all(400, STAFF_ONLY) },
  'animation/seances/:id/participants': {
    of: session,
    get: all(200, HOST_TEAM),
    form: () => ({ prenom: 'Rose', nom: 'Lenoir', telephone: '', qualite: 'PARENT' }),
    post: all('/animation/seances/:id/inscriptions', HOST_TEAM),
  },
  'animation/seances/:id/plafonds': {
    of: session,
    get: all(200, HOST_PLANNERS),
    form: () => ({ adultes: '12', enfants: '20' }),
    post: all('/animation/seances/:id', HOST_PLANNERS),
  },
  'animation/seances/:id/message': {
    of: session,
    get: all(200, HOST_TEAM),
    form: () => ({
      destinataires: 'ENROLLED',
      objet: 'Bottes',
      message: 'Prenez des bottes.',
      cle: '7b0e2f9c-6f0f-4f6e-9d0a-0c1f2e3d4c5b',
    }),
    post: all('/animation/seances/:id', HOST_TEAM),
  },
  'animation/seances/:id/message/apercu': { of: session, get: all(200, HOST_TEAM), post: all(400, HOST_TEAM) },
  'animation/seances/:id/annulation': {
    of: session,
    get: all(200, HOST_PLANNERS),
    form: () => ({ motif: 'Salle fermée.' }),
    post: all('/animation/seances/:id', HOST_PLANNERS),
  },
  'animation/seances/:id/maintien': { of: session, get: all(200, HOST_PLANNERS), post: all(409, HOST_PLANNERS) },
  'animation/inscriptions/:id/enfants': {
    of: offer,
    get: all(200, HOST_TEAM),
    form: () => ({ 'bande-18': '1' }),
    post: all('/animation/seances/:id', HOST_TEAM),
  },
  'animation/inscriptions/:id/desistement': {
    of: offer,
    get: all(200, HOST_TEAM),
    form: () => ({ prevenue: 'oui' }),
    post: all('/animation/seances/:id', HOST_TEAM),
  },
  'animation/inscriptions/:id/reponse': {
    of: offer,
    get: all(200, HOST_PLANNERS),
    form: () => ({ reponse: 'refuse' }),
    post: all('/animation/seances/:id', HOST_PLANNERS),
  },
  'animation/inscriptions/:id/offre': {
    of: offer,
    get: all(200, HOST_TEAM),
    post: all('/animation/seances/:id', HOST_TEAM),
  },
  'animation/personnes': { query: ({ place }) => `?q=nom&seance=${place.sessionId}`, get: all(200, HOST_TEAM) },
  'animation/seances/:id/modification': { of: session, get: all(200, HOST_PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/seances/:id/modification/enregistrement': {
    of: session,
    get: all(200, HOST_PLANNERS),
    post: all(400, STAFF_ONLY),
  },
  'animation/seances/:id/suppression': { of: session, get: all(200, HOST_PLANNERS), post: all(409, HOST_PLANNERS) },
  'animation/seances/:id/horaire': {
    of: session,
    get: all(200, HOST_PLANNERS),
    form: () => ({ date: '2026-11-24', de: '10:00', a: '11:30' }),
    post: all('/animation/seances/:id', HOST_PLANNERS),
  },
  'animation/seances/:id/remplacement': { of: session, get: all(200, HOST_PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/seances/:id/relais': { of: session, get: all(200, HOST_PLANNERS), post: all(400, STAFF_ONLY) },
};
