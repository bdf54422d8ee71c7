import type { Cast } from '#tests/integration/routes/cast.ts';

import { material, nothing } from './addressed.ts';
import { HOST_PLANNERS, HOST_TEAM, PLANNERS, SIGN_IN, STAFF_ONLY, all, type Expectations } from './answers.ts';

/** A training that was given. */
const held = ({ asking }: Cast) => ({ id: asking.heldId });
const campaign = ({ asking }: Cast) => ({ id: asking.campaignId });
const theme = ({ asking }: Cast) => ({ id: asking.themeId });

/** The team's menu « Formation »: needs and their campaigns, documents, opinions, themes. */
export const NEEDS: Expectations = {
  'animation/activites/:id/documents': { of: held, get: all(200, HOST_TEAM), post: all(400, STAFF_ONLY) },
  'animation/documents/:id/annonce': {
    of: material,
    get: all('/animation/activites'),
    post: all('/animation/activites/:id/documents', HOST_PLANNERS),
  },
  'animation/documents/:id/retrait': {
    of: material,
    get: all('/animation/activites'),
    post: all('/animation/activites/:id/documents', HOST_PLANNERS),
  },
  'animation/activites/:id/avis': { of: held, get: all(200, HOST_PLANNERS) },
  'animation/activites/:id/avis/demande': {
    of: held,
    get: all('/animation/activites/:id/avis'),
    post: all('/animation/activites/:id/avis', HOST_PLANNERS),
  },
  'animation/activites/:id/retour': {
    of: held,
    get: all('/animation/activites/:id/avis'),
    post: all('/animation/activites/:id/dates', HOST_PLANNERS),
  },
  // No exchange was proposed: there is nothing to invite to.
  'animation/activites/:id/retour/invitation': {
    of: held,
    get: all('/animation/activites/:id/avis'),
    post: all(404, SIGN_IN),
  },
  'animation/besoins/campagnes': { get: all(200, PLANNERS) },
  'animation/besoins/campagnes/nouvelle': { get: all(200, PLANNERS), post: all(400, STAFF_ONLY) },
  'animation/besoins/campagnes/:id': { of: campaign, get: all(200, HOST_PLANNERS) },
  'animation/besoins/campagnes/:id/relance': {
    of: campaign,
    get: all('/animation/besoins/campagnes'),
    post: all('/animation/besoins/campagnes/:id', HOST_PLANNERS),
  },
  'animation/besoins/invitations/:id/sans-besoin': {
    of: ({ asking }) => ({ id: asking.inviteId }),
    get: all('/animation/besoins/campagnes'),
    post: all('/animation/besoins/campagnes/:id', HOST_PLANNERS),
  },
  'animation/themes': { get: all(200, PLANNERS), post: all(409, STAFF_ONLY) },
  'animation/themes/:id': { of: theme, get: all(200, HOST_PLANNERS), post: all(409, STAFF_ONLY) },
  'animation/themes/:id/retrait': {
    of: theme,
    get: all('/animation/themes'),
    post: all('/animation/themes', HOST_PLANNERS),
  },
  'animation/besoins': { get: all(200, PLANNERS) },
  'animation/besoins/:id/retrait': { of: nothing, get: all('/animation/besoins'), post: all(404, SIGN_IN) },
};
