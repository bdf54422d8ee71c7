import type { Cast } from '#tests/integration/routes/cast.ts';
import { at } from '#tests/integration/enrollment/world.ts';

import { professional } from './addressed.ts';
import { HOST_PLANNERS, HOST_TEAM, STAFF_ONLY, all, type Expectations } from './answers.ts';

const request = ({ accessRequestId }: Cast) => ({ id: accessRequestId });

/** The team's menu « Professionnel·les ». */
export const PROFESSIONALS: Expectations = {
  'animation/professionnels/:id/messages': { of: professional, get: all(200, HOST_TEAM) },
  'animation/professionnels': { query: () => '?q=nom', get: all(200, STAFF_ONLY) },
  'animation/professionnels.csv': { get: all(200, STAFF_ONLY) },
  'animation/professionnels.xlsx': { get: all(200, STAFF_ONLY) },
  'animation/professionnels/nouveau': { get: all(200, STAFF_ONLY), post: all(400, STAFF_ONLY) },
  'animation/professionnels/import': {
    get: all(200, STAFF_ONLY),
    form: () => ({ texte: 'Nom;Prénom;Téléphone\nPetit;Marie;06 39 98 55 01' }),
    post: all(200, STAFF_ONLY),
  },
  'animation/professionnels/import/ajout': { get: all(200, STAFF_ONLY), post: all(400, STAFF_ONLY) },
  'animation/professionnels/doublons': { get: all(200, STAFF_ONLY) },
  'animation/professionnels/:id/fusion/:autre': {
    of: ({ place }) => ({ id: at(0, place.ams).personId, autre: at(1, place.ams).personId }),
    get: all(200, HOST_TEAM),
    post: all(400, STAFF_ONLY),
  },
  'animation/professionnels/demandes': { get: all(200, STAFF_ONLY) },
  'animation/professionnels/demandes/:id/acceptation': {
    of: request,
    get: all('/animation/professionnels/demandes', STAFF_ONLY),
    form: () => ({ fiche: 'nouvelle' }),
    post: all('/animation/professionnels/demandes', HOST_TEAM),
  },
  'animation/professionnels/demandes/:id/refus': {
    of: request,
    get: all('/animation/professionnels/demandes', STAFF_ONLY),
    form: () => ({ mot: 'Un mot.' }),
    post: all('/animation/professionnels/demandes', HOST_TEAM),
  },
  'animation/professionnels/:id': { of: professional, get: all(200, HOST_TEAM) },
  'animation/professionnels/:id/inscription': { of: professional, get: all(200, HOST_TEAM) },
  'animation/professionnels/:id/modification': {
    of: professional,
    get: all(200, HOST_TEAM),
    form: () => ({ prenom: 'Prénom0', nom: 'Nom0', email: '', telephone: '', commune: '', metier: 'CANDIDATE' }),
    post: all('/animation/professionnels/:id', HOST_TEAM),
  },
  'animation/professionnels/:id/statuts': {
    of: professional,
    get: all(200, HOST_TEAM),
    form: () => ({ statut: 'ACTIVE', depuis: '2026-01-05' }),
    post: all('/animation/professionnels/:id', HOST_TEAM),
  },
  'animation/professionnels/:id/agrements': {
    of: professional,
    get: all(200, HOST_TEAM),
    form: () => ({ enfants: '3', moins3: '2', restrictions: '', debut: '2026-01-05', fin: '' }),
    post: all('/animation/professionnels/:id', HOST_TEAM),
  },
  'animation/professionnels/:id/relais': { of: professional, get: all(200, HOST_TEAM), post: all(400, STAFF_ONLY) },
  'animation/professionnels/:id/relais/:relaisId/fin': {
    of: ({ place }) => ({ id: at(1, place.ams).personId, relaisId: place.relaisId }),
    get: all(200, HOST_TEAM),
    form: () => ({ dernier: '2030-01-01' }),
    post: all('/animation/professionnels', HOST_TEAM),
  },
  'animation/professionnels/:id/reglements/:reglementId/papier': {
    of: ({ place, reglementId }) => ({ id: at(0, place.ams).personId, reglementId }),
    get: all('/animation/professionnels/:id', STAFF_ONLY),
    post: all('/animation/professionnels/:id', HOST_TEAM),
  },
  'animation/professionnels/:id/besoins': {
    of: professional,
    get: all(200, HOST_PLANNERS),
    form: () => ({ mots: 'Les pleurs', source: 'telephone' }),
    post: all('/animation/professionnels/:id/besoins', HOST_PLANNERS),
  },
};
