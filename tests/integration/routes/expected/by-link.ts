import type { Cast } from '#tests/integration/routes/cast.ts';

import { all, type Expectations } from './answers.ts';

const proposal = ({ links }: Cast) => ({ token: links.propose });
const offered = ({ links }: Cast) => ({ token: links.offer });
const stopped = ({ stopPath }: Cast) => ({ token: stopPath.slice('/messages/'.length) });
const need = ({ asking }: Cast) => ({ token: asking.needLink });

/** What a mail's link opens without signing in. */
export const BY_LINK: Expectations = {
  'propositions/:token/acceptation': { of: proposal, get: all(200), post: all(400) },
  'propositions/:token/refus': { of: proposal, get: all(200), post: all(400) },
  'messages/:token/arret': {
    of: stopped,
    get: all(200),
    form: () => ({ 'List-Unsubscribe': 'One-Click' }),
    post: all(200),
  },
  'messages/:token/reprise': { of: stopped, get: all('/messages/:token/arret'), post: all('/messages/:token/arret') },
  'avis/:token': { of: ({ asking }) => ({ token: asking.feedbackLink }), get: all(200), post: all(400) },
  'besoins/:token': { of: need, get: all(200), post: all(409) },
  'besoins/:token/aucun': { of: need, get: all('/besoins/:token'), post: all('/besoins/:token') },
  'besoins/:token/retrait': { of: need, get: all('/besoins/:token'), post: all(404) },
  'lecture/:token': { of: ({ links }) => ({ token: links.read }), get: all(200), post: all('/lecture/:token') },
  'offres/:token/acceptation': { of: offered, get: all(200), post: all('/offres/:token/acceptation') },
  'offres/:token/refus': { of: offered, get: all(200), post: all('/offres/:token/refus') },
  'desistement/:token': {
    of: ({ links }) => ({ token: links.withdraw }),
    get: all(200),
    post: all('/desistement/:token'),
  },
};
