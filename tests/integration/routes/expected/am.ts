import type { Cast } from '#tests/integration/routes/cast.ts';

import { analysis, certificateFile, nothing, offer, session } from './addressed.ts';
import { FOREIGN, ONLY_AM, SIGN_IN, all, type Expectations } from './answers.ts';

const membership = ({ cohorts }: Cast) => ({ id: cohorts.membershipId });
/** An offer is answered by her, or by the staff of the host relais. */
const NOT_HERS = { otherAm: 404, otherAnimator: 404, intervenant: 404, ...FOREIGN } as const;
/** Told by the command itself. */
const ONLY_AM_409 = Object.fromEntries(Object.keys(ONLY_AM).map((role) => [role, 409]));
/** Hers, whatever her collectivité. */
const ANY_AM = { ...SIGN_IN, ...ONLY_AM, stranger: 200 } as const;

/** What an AM does for herself. */
export const AM: Expectations = {
  'mon-espace/attestations': {
    get: all(200, ANY_AM),
    form: () => ({ annee: '2026' }),
    post: all(409, { ...SIGN_IN, ...ONLY_AM, stranger: 409, am: '/mon-espace/attestations' }),
  },
  'mon-espace/attestations/:file': { of: certificateFile, get: all(404, { ...SIGN_IN, am: 200 }) },
  'mon-espace/parcours.pdf': { get: all(200, ANY_AM) },
  'mon-espace/parcours/:id/justificatif': {
    of: ({ record }) => ({ id: record.declaredId }),
    get: all(404, { ...SIGN_IN, am: 200, animator: 200, coordinator: 200, admin: 200 }),
    post: all(404, {
      ...{ ...SIGN_IN, am: '/mon-espace/parcours', animator: '/mon-espace/parcours' },
      ...{ coordinator: '/mon-espace/parcours', admin: '/mon-espace/parcours' },
    }),
  },
  'mon-espace/messages': {
    get: all(200, SIGN_IN),
    form: () => ({ canaux: 'CHANGE.MAIL', rappels: '1', 'calme-de': '20', 'calme-a': '7' }),
    post: all(409, SIGN_IN),
  },
  'mon-espace/messages/envois': { get: all(200, SIGN_IN) },
  'mon-espace/messages/suivis': {
    get: all('/mon-espace/messages'),
    form: () => ({ type: 'atelier' }),
    post: all('/mon-espace/messages', SIGN_IN),
  },
  'mon-espace/messages/suivis/:id/retrait': { of: nothing, get: all('/mon-espace/messages'), post: all(404, SIGN_IN) },
  'mon-espace/messages/notifications': { get: all('/mon-espace/messages'), post: all(400, SIGN_IN) },
  'mon-espace/messages/notifications/:id/retrait': {
    of: nothing,
    get: all('/mon-espace/messages'),
    post: all(404, SIGN_IN),
  },
  'mon-espace/avis/:id': {
    of: ({ asking }) => ({ id: asking.askId }),
    get: all(404, { ...SIGN_IN, am: 200 }),
    post: all(400, SIGN_IN),
  },
  'seances/:id/inscription': {
    of: session,
    get: all(200, { ...SIGN_IN, ...ONLY_AM }),
    form: () => ({ 'bande-18': '1' }),
    post: all('/seances/:id', { ...SIGN_IN, ...ONLY_AM }),
  },
  'seances/:id/desistement': {
    of: session,
    get: all(404, { ...SIGN_IN, am: 200 }),
    post: all(404, { ...SIGN_IN, am: '/seances/:id' }),
  },
  'seances/:id/agenda.ics': { of: session, get: all(404, { ...SIGN_IN, am: 200 }) },
  'mon-espace': { get: all(200, SIGN_IN) },
  'mon-espace/offres/:id/acceptation': {
    of: offer,
    get: all('/mon-espace'),
    post: all('/mon-espace', { ...SIGN_IN, ...NOT_HERS }),
  },
  'mon-espace/offres/:id/refus': {
    of: offer,
    get: all('/mon-espace'),
    post: all('/mon-espace', { ...SIGN_IN, ...NOT_HERS }),
  },
  'mon-espace/enfants': { get: all(200, SIGN_IN), post: all(400, SIGN_IN) },
  'mon-espace/enfants/:id/retrait': {
    of: ({ childId }) => ({ id: childId }),
    get: all('/mon-espace/enfants'),
    post: all(404, { ...SIGN_IN, am: '/mon-espace/enfants' }),
  },
  'mon-espace/coordonnees': {
    get: all(200, SIGN_IN),
    form: () => ({ telephone: '06 39 98 01 02' }),
    post: all('/mon-espace', SIGN_IN),
  },
  'mon-espace/appareils/:id/deconnexion': { of: nothing, get: all('/mon-espace'), post: all('/mon-espace', SIGN_IN) },
  'mon-espace/agenda': { get: all(200, SIGN_IN), post: all(200, SIGN_IN) },
  'mon-espace/agenda/suppression': { get: all('/mon-espace/agenda'), post: all('/mon-espace/agenda', SIGN_IN) },
  'mon-espace/agenda/contenu': {
    get: all('/mon-espace/agenda'),
    form: () => ({ contenu: 'relais' }),
    post: all('/mon-espace/agenda', { ...SIGN_IN, am: 404, otherAm: 404, intervenant: 404, stranger: 404 }),
  },
  'mon-espace/besoins': {
    get: all(200, ANY_AM),
    form: () => ({ mots: 'Les pleurs' }),
    post: all('/mon-espace/besoins', { ...SIGN_IN, ...ONLY_AM_409, stranger: '/mon-espace/besoins' }),
  },
  'mon-espace/besoins/:id/retrait': { of: nothing, get: all('/mon-espace/besoins'), post: all(404, SIGN_IN) },
  'mon-espace/parcours': {
    get: all(200, ANY_AM),
    form: () => ({ titre: 'SST', fin: '2025-03-14', duree: '14' }),
    post: all('/mon-espace/parcours', { ...SIGN_IN, ...ONLY_AM_409, stranger: '/mon-espace/parcours' }),
  },
  'mon-espace/parcours/:id/retrait': { of: nothing, get: all('/mon-espace/parcours'), post: all(404, SIGN_IN) },
  'mon-espace/reglements/:id': {
    of: ({ reglementId }) => ({ id: reglementId }),
    get: all(200, { ...SIGN_IN, ...FOREIGN }),
    post: all('/mon-espace', { ...SIGN_IN, ...FOREIGN }),
  },
  'activites/:id/candidature': {
    of: analysis,
    get: all(200, { ...SIGN_IN, ...ONLY_AM }),
    post: all('/mon-espace/groupes', { ...SIGN_IN, ...ONLY_AM }),
  },
  'mon-espace/groupes': { get: all(200, SIGN_IN) },
  'mon-espace/groupes/:id/depart': {
    of: membership,
    get: all(404, { ...SIGN_IN, am: 200 }),
    post: all(404, { ...SIGN_IN, am: '/mon-espace/groupes' }),
  },
  'mon-espace/groupes/:id/dossier': {
    of: membership,
    get: all('/mon-espace/groupes'),
    form: () => ({ montrer: 'oui' }),
    post: all(404, { ...SIGN_IN, am: '/mon-espace/groupes' }),
  },
};
