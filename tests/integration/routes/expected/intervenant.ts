import type { Cast } from '#tests/integration/routes/cast.ts';

import { analysis, analysisGroup, askedSession } from './addressed.ts';
import { SIGN_IN, all, type Expectations } from './answers.ts';

const asked = ({ askedId }: Cast) => ({ id: askedId });
/** Nobody else is told that they exist. */
const HIS = { ...SIGN_IN, intervenant: 200 } as const;

/** An intervenant's own pages. */
export const INTERVENANT: Expectations = {
  'intervenant/activites/:id/attestations': {
    of: analysis,
    get: all(404, { ...SIGN_IN, intervenant: 200, animator: 200 }),
    form: () => ({ signataire: 'Marc Petit' }),
    post: all(404, { ...SIGN_IN, intervenant: 409, animator: 409 }),
  },
  'intervenant/propositions/:id/acceptation': { of: asked, get: all(404, HIS), post: all(400, SIGN_IN) },
  'intervenant/propositions/:id/refus': { of: asked, get: all(404, HIS), post: all(400, SIGN_IN) },
  'intervenant/seances/:id': { of: askedSession, get: all(404, HIS) },
  'intervenant/seances/:id/service-fait': {
    of: askedSession,
    get: all(404, HIS),
    post: all(404, { ...SIGN_IN, intervenant: 409 }),
  },
  // A date that he has not accepted: there is nothing to give yet.
  'intervenant/seances/:id/documents': { of: askedSession, get: all(404, SIGN_IN), post: all(404, SIGN_IN) },
  'intervenant/disponibilites': { get: all(404, HIS), post: all(400, SIGN_IN) },
  'intervenant/disponibilites/:id/suppression': {
    of: ({ askedId }) => ({ id: askedId }),
    get: all('/intervenant/disponibilites'),
    post: all(404, { ...SIGN_IN, intervenant: '/intervenant/disponibilites' }),
  },
  'intervenant/releve': { query: () => '?du=2026-10-01&au=2026-12-31', get: all(404, HIS) },
  'intervenant/releve.pdf': { get: all(404, HIS) },
  'intervenant/releve.csv': { get: all(404, HIS) },
  'intervenant/agenda': { get: all(404, HIS), post: all(404, HIS) },
  'intervenant/agenda/suppression': {
    get: all('/intervenant/agenda'),
    post: all(404, { ...SIGN_IN, intervenant: '/intervenant/agenda' }),
  },
  intervenant: { get: all(404, HIS) },
  'intervenant/groupes/:id': { of: analysisGroup, get: all(404, HIS) },
};
