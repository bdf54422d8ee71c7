import type { Cast } from '#tests/integration/routes/cast.ts';

import { activity, analysisGroup } from './addressed.ts';
import { HOST_PLANNERS, HOST_TEAM, PLANNERS, SIGN_IN, STAFF_ONLY, all, type Expectations } from './answers.ts';

const candidate = ({ cohorts }: Cast) => ({ id: cohorts.analyseId, membershipId: cohorts.appliedId });

/** The team's menu « Activités »: activities, their rules, dates and publication, groups. */
export const ACTIVITIES: Expectations = {
  'animation/activites': { query: () => '?etat=publiee', get: all(200, STAFF_ONLY) },
  'animation/activites/nouvelle': { query: () => '?type=atelier', get: all(200, PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/activites/:id': { of: activity, get: all(200, HOST_TEAM) },
  'animation/activites/:id/modification': {
    of: activity,
    get: all(200, HOST_PLANNERS),
    form: () => ({ titre: 'Musique et comptines' }),
    post: all('/animation/activites/:id', HOST_PLANNERS),
  },
  'animation/activites/:id/regles': {
    of: activity,
    get: all(200, HOST_PLANNERS),
    post: all('/animation/activites/:id', HOST_PLANNERS),
  },
  'animation/activites/:id/copie': {
    of: activity,
    get: all(200, HOST_PLANNERS),
    form: () => ({ titre: 'Musique de printemps' }),
    post: all('/animation/activites/:id/dates', HOST_PLANNERS),
  },
  'animation/activites/:id/suppression': { of: activity, get: all(200, HOST_PLANNERS), post: all(409, HOST_PLANNERS) },
  'animation/activites/:id/publication': { of: activity, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  'animation/activites/:id/annonce': {
    of: activity,
    get: all(200, HOST_PLANNERS),
    form: () => ({ quand: 'maintenant' }),
    post: all('/animation/activites/:id', HOST_PLANNERS),
  },
  'animation/annonces': { get: all(200, PLANNERS), post: all(400, PLANNERS) },
  'animation/publication': { get: all(200, PLANNERS), post: all(400, PLANNERS) },
  'animation/activites/:id/dates': {
    of: activity,
    query: () => '?date=2026-12-01&de=09:30&a=11:00',
    get: all(200, HOST_PLANNERS),
    post: all(400, STAFF_ONLY),
  },
  'animation/activites/:id/dates/enregistrement': {
    of: activity,
    get: all(200, HOST_PLANNERS),
    post: all(400, STAFF_ONLY),
  },
  'animation/groupes': { get: all(200, PLANNERS) },
  'animation/groupes/nouveau': { get: all(200, PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/groupes/:id': { of: analysisGroup, get: all(200, HOST_PLANNERS) },
  'animation/groupes/:id/seances': {
    of: ({ cohorts }) => ({ id: cohorts.standingId }),
    get: all(200, HOST_PLANNERS),
    post: all(404, SIGN_IN),
  },
  'animation/groupes/:id/reglages': { of: analysisGroup, get: all(200, HOST_PLANNERS), post: all(400, HOST_PLANNERS) },
  // An ANALYSE opens its names to its composer alone, the animator (rule 8).
  'animation/groupes/:id/membres': {
    of: analysisGroup,
    get: all(404, { ...SIGN_IN, animator: 200 }),
    post: all(404, { ...SIGN_IN, animator: 400 }),
  },
  'animation/groupes/:id/membres/:membershipId/depart': {
    of: ({ cohorts }) => ({ id: cohorts.analyseId, membershipId: cohorts.analyseMembershipId }),
    get: all(404, { ...SIGN_IN, animator: 200 }),
    post: all(404, { ...SIGN_IN, animator: '/animation/groupes/:id' }),
  },
  'animation/groupes/:id/candidatures/:membershipId/acceptation': {
    of: candidate,
    get: all('/animation/groupes/:id'),
    post: all(404, { ...SIGN_IN, animator: '/animation/groupes/:id' }),
  },
  'animation/groupes/:id/candidatures/:membershipId/refus': {
    of: candidate,
    get: all('/animation/groupes/:id'),
    post: all(404, { ...SIGN_IN, animator: '/animation/groupes/:id' }),
  },
};
