import type { Cast } from '#tests/integration/routes/cast.ts';

import { activity, material, relais, session } from './addressed.ts';
import { FOREIGN, all, type Expectations } from './answers.ts';

const mail = ({ mailId }: Cast) => ({ id: mailId });

/** What anybody may open: the catalogue, signing in, open data, the legal pages, the demo. */
export const PUBLIC: Expectations = {
  attestations: { get: all(200) },
  'attestations/:code': { of: ({ record }) => ({ code: record.code }), get: all(200) },
  'documents/:id': {
    of: material,
    get: all(404, { am: 200, animator: 200, secretary: 200, coordinator: 200, admin: 200 }),
  },
  'demande-acces': { get: all(200), post: all(400) },
  '': { get: all(200) },
  activites: { query: () => '?places=1', get: all(200) },
  'activites/:id': { of: activity, get: all(200, FOREIGN) },
  'seances/:id': { of: session, get: all(200, FOREIGN) },
  'relais/:slug': { of: relais, get: all(200, FOREIGN) },
  'relais/:slug/agenda.ics': { of: relais, get: all(200) },
  'gestionnaires/:slug/agenda.ics': { of: () => ({ slug: 'inconnu' }), get: all(404) },
  'lieux/:id/agenda.ics': { of: ({ place }) => ({ id: place.siteId }), get: all(200) },
  'agenda/:file': { of: () => ({ file: 'inconnu.ics' }), get: all(404) },
  connexion: { get: all(200), form: (role) => ({ email: `${role}@test.example` }), post: all('/connexion/code') },
  'connexion/code': { get: all(200), form: () => ({ code: '0000 0000' }), post: all('/', { anonymous: 400 }) },
  'connexion/:token': { of: () => ({ token: 'inconnu' }), get: all(410), post: all(410) },
  deconnexion: { get: all(200), post: all('/deconnexion') },
  'demo/etalon': { get: all(200) },
  'demo/courriels': { get: all(200) },
  'demo/courriels/:id': { of: mail, get: all(404) },
  'demo/courriels/:id/seance.ics': { of: mail, get: all(404) },
  donnees: { get: all(200) },
  'donnees/programme.csv': { get: all(200) },
  'donnees/programme.json': { get: all(200) },
  'mentions-legales': { get: all(200) },
  accessibilite: { get: all(200) },
  confidentialite: { get: all(200) },
  'plan-du-site': { get: all(200) },
  'robots.txt': { get: all(200) },
  '*': { of: () => ({ '*': 'nulle-part' }), get: all(404), post: all(404) },
};
