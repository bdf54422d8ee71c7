import type { Cast } from '#tests/integration/routes/cast.ts';
import { at } from '#tests/integration/enrollment/world.ts';

import { certificateFile, professional } from './addressed.ts';
import { HOST_PLANNERS, PLANNERS, SIGN_IN, all, type Expectations } from './answers.ts';

const training = ({ record }: Cast) => ({ id: record.formationId });

/** The team's menu « Formation »: deadlines, results, certificates, records. */
export const RECORDS: Expectations = {
  'animation/echeances': { get: all(200, PLANNERS) },
  'animation/echeances.csv': { get: all(200, PLANNERS) },
  'animation/activites/:id/resultats': {
    of: training,
    get: all(404, { ...SIGN_IN, animator: 200 }),
    post: all(404, { ...SIGN_IN, animator: 409 }),
  },
  'animation/activites/:id/attestations': {
    of: training,
    get: all(200, HOST_PLANNERS),
    form: () => ({ signataire: 'Léa Martin' }),
    post: all(409, HOST_PLANNERS),
  },
  'animation/activites/:id/attestations.pdf': { of: training, get: all(200, HOST_PLANNERS) },
  'animation/attestations/:file': { of: certificateFile, get: all(200, HOST_PLANNERS) },
  'animation/attestations/:id/annulation': {
    of: ({ record }) => ({ id: record.certificateId }),
    get: all('/animation/professionnels'),
    form: () => ({ motif: 'Erreur' }),
    post: all('/animation/activites/:id/attestations', HOST_PLANNERS),
  },
  'animation/professionnels/:id/parcours': {
    of: professional,
    get: all(200, HOST_PLANNERS),
    form: () => ({ annee: '2026', signataire: 'Léa Martin' }),
    post: all('/animation/professionnels/:id/parcours', HOST_PLANNERS),
  },
  'animation/professionnels/:id/parcours.pdf': { of: professional, get: all(200, HOST_PLANNERS) },
  'animation/professionnels/:id/parcours/:formation/justificatif': {
    of: ({ place, record }) => ({ id: at(0, place.ams).personId, formation: record.declaredId }),
    get: all(200, HOST_PLANNERS),
  },
};
