import { at } from '#tests/integration/enrollment/world.ts';

import type { Cast, Role } from './cast.ts';
import { ROLES } from './cast.ts';

/** A status, or the path to which a redirect leads, identifiers as `:id`, a mail's token as `:token`. */
export type Answer = number | `/${string}`;
type Answers = Readonly<Record<Role, Answer>>;

export type Expectation = {
  /** the address asked, of what stands in the host relais */
  readonly path: (cast: Cast) => string;
  readonly get: Answers;
  /** the form posted; a route without it has no action */
  readonly form?: (role: Role) => Readonly<Record<string, string>>;
  readonly post?: Answers;
};

/** The same for all but those named. */
function all(answer: Answer, but: Partial<Answers> = {}): Answers {
  return {
    anonymous: answer,
    am: answer,
    otherAm: answer,
    animator: answer,
    otherAnimator: answer,
    intervenant: answer,
    secretary: answer,
    coordinator: answer,
    admin: answer,
    stranger: answer,
    ...but,
  };
}

/** Personal pages: whoever is not signed in is led to sign in. */
const SIGN_IN = { anonymous: '/connexion' } as const;
/** Another collectivité's session does not exist for her. */
const FOREIGN = { stranger: 404 } as const;
/** Staff and intervenants book nothing for themselves. */
const ONLY_AM = {
  animator: 404,
  otherAnimator: 404,
  intervenant: 404,
  secretary: 404,
  coordinator: 404,
  admin: 404,
  ...FOREIGN,
} as const;
/** The same, told by the command itself. */
const ONLY_AM_409 = Object.fromEntries(Object.keys(ONLY_AM).map((role) => [role, 409]));
/** An offer is answered by her, or by the staff of the host relais. */
const NOT_HERS = { otherAm: 404, otherAnimator: 404, intervenant: 404, ...FOREIGN } as const;
const none = () => ({});

/** The team's pages: nobody else is told that they exist. */
const STAFF_ONLY = { ...SIGN_IN, am: 404, otherAm: 404, intervenant: 404, stranger: 404 } as const;

/** A professional's file: the teams of her relais alone. */
const FILE_KEEPERS = { ...STAFF_ONLY, otherAnimator: 404 } as const;

/** Groups are not the secretary's; one of them is not another relais's. */
const NO_GROUPS = { ...STAFF_ONLY, secretary: 404 } as const;
const NO_GROUP = { ...NO_GROUPS, otherAnimator: 404 } as const;

/** A session's desk is the host relais's; it does not exist elsewhere. */
const AT_DESK = { ...STAFF_ONLY, otherAnimator: 404 } as const;
/** Planning, cancelling and answering are not the secretary's. */
const NOT_SECRETARY = { ...AT_DESK, secretary: 404 } as const;

const desk = (end: string) => (people: Cast) => `/animation/seances/${people.place.sessionId}${end}`;
const deskOf = (end: string) => (people: Cast) => `/animation/inscriptions/${people.offerId}/${end}`;
const TO_DESK = '/animation/seances/:id';

const activity = (end: string) => (people: Cast) => `/animation/activites/${people.place.activityId}${end}`;
const ANY_PLANNER = { ...STAFF_ONLY, secretary: 404 } as const;
/** A relais's settings are the coordinator's and the administrator's. */
const SETTINGS = { ...NOT_SECRETARY, animator: 404 } as const;
const TO_ACTIVITY = '/animation/activites/:id';

/** Activities, their rules, their publication. */
const ACTIVITIES: Readonly<Record<string, Expectation>> = {
  'animation/activites': { path: () => '/animation/activites?etat=publiee', get: all(200, STAFF_ONLY) },
  'animation/activites/nouvelle': {
    path: () => '/animation/activites/nouvelle?type=atelier',
    get: all(200, ANY_PLANNER),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/activites/:id': { path: activity(''), get: all(200, AT_DESK) },
  'animation/activites/:id/modification': {
    path: activity('/modification'),
    get: all(200, NOT_SECRETARY),
    form: () => ({ titre: 'Musique et comptines' }),
    post: all(TO_ACTIVITY, NOT_SECRETARY),
  },
  'animation/activites/:id/regles': {
    path: activity('/regles'),
    get: all(200, NOT_SECRETARY),
    form: none,
    post: all(TO_ACTIVITY, NOT_SECRETARY),
  },
  'animation/activites/:id/copie': {
    path: activity('/copie'),
    get: all(200, NOT_SECRETARY),
    form: () => ({ titre: 'Musique de printemps' }),
    post: all('/animation/activites/:id/dates', NOT_SECRETARY),
  },
  'animation/activites/:id/suppression': {
    path: activity('/suppression'),
    get: all(200, NOT_SECRETARY),
    form: none,
    post: all(409, NOT_SECRETARY),
  },
  'animation/activites/:id/publication': {
    path: activity('/publication'),
    get: all(200, NOT_SECRETARY),
    form: none,
    post: all(400, NOT_SECRETARY),
  },
  'animation/activites/:id/annonce': {
    path: activity('/annonce'),
    get: all(200, NOT_SECRETARY),
    form: () => ({ quand: 'maintenant' }),
    post: all(TO_ACTIVITY, NOT_SECRETARY),
  },
  'animation/annonces': {
    path: () => '/animation/annonces',
    get: all(200, ANY_PLANNER),
    form: none,
    post: all(400, ANY_PLANNER),
  },
  'animation/publication': {
    path: () => '/animation/publication',
    get: all(200, ANY_PLANNER),
    form: none,
    post: all(400, ANY_PLANNER),
  },
  'animation/relais/:id/regles': {
    path: ({ place }) => `/animation/relais/${place.relaisId}/regles`,
    get: all(200, SETTINGS),
    form: none,
    post: all('/animation/relais/:id/regles', SETTINGS),
  },
};

/** The desk of a session, and what stands under it. */
const DESK: Readonly<Record<string, Expectation>> = {
  'animation/seances/:id': { path: desk(''), get: all(200, AT_DESK) },
  'animation/seances/:id/historique': { path: desk('/historique'), get: all(200, AT_DESK) },
  'animation/seances/:id/inscriptions': {
    path: desk('/inscriptions'),
    get: all(200, AT_DESK),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/seances/:id/participants': {
    path: desk('/participants'),
    get: all(200, AT_DESK),
    form: () => ({ prenom: 'Rose', nom: 'Lenoir', telephone: '', qualite: 'PARENT' }),
    post: all('/animation/seances/:id/inscriptions', AT_DESK),
  },
  'animation/seances/:id/plafonds': {
    path: desk('/plafonds'),
    get: all(200, NOT_SECRETARY),
    form: () => ({ adultes: '12', enfants: '20' }),
    post: all(TO_DESK, NOT_SECRETARY),
  },
  'animation/seances/:id/message': {
    path: desk('/message'),
    get: all(200, AT_DESK),
    form: () => ({
      destinataires: 'ENROLLED',
      objet: 'Bottes',
      message: 'Prenez des bottes.',
      cle: '7b0e2f9c-6f0f-4f6e-9d0a-0c1f2e3d4c5b',
    }),
    post: all(TO_DESK, AT_DESK),
  },
  'animation/seances/:id/message/apercu': {
    path: desk('/message/apercu'),
    get: all(200, AT_DESK),
    form: none,
    post: all(400, AT_DESK),
  },
  'animation/seances/:id/annulation': {
    path: desk('/annulation'),
    get: all(200, NOT_SECRETARY),
    form: () => ({ motif: 'Salle fermée.' }),
    post: all(TO_DESK, NOT_SECRETARY),
  },
  'animation/seances/:id/maintien': {
    path: desk('/maintien'),
    get: all(200, NOT_SECRETARY),
    form: none,
    post: all(409, NOT_SECRETARY),
  },
  'animation/inscriptions/:id/enfants': {
    path: deskOf('enfants'),
    get: all(200, AT_DESK),
    form: () => ({ 'bande-18': '1' }),
    post: all(TO_DESK, AT_DESK),
  },
  'animation/inscriptions/:id/desistement': {
    path: deskOf('desistement'),
    get: all(200, AT_DESK),
    form: () => ({ prevenue: 'oui' }),
    post: all(TO_DESK, AT_DESK),
  },
  'animation/inscriptions/:id/reponse': {
    path: deskOf('reponse'),
    get: all(200, NOT_SECRETARY),
    form: () => ({ reponse: 'refuse' }),
    post: all(TO_DESK, NOT_SECRETARY),
  },
  'animation/inscriptions/:id/offre': {
    path: deskOf('offre'),
    get: all(200, AT_DESK),
    form: none,
    post: all(TO_DESK, AT_DESK),
  },
  'animation/personnes': {
    path: ({ place }) => `/animation/personnes?q=nom&seance=${place.sessionId}`,
    get: all(200, AT_DESK),
  },
};

/** Those who plan in the host relais. */
const PLANNERS = { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 } as const;

/** A session's sheet: the team of its relais, and of the whole collectivité. */
const HOST_TEAM = { ...STAFF_ONLY, otherAnimator: 404 } as const;

const ofTraining = (end: string) => (people: Cast) => `/animation/activites/${people.record.formationId}/${end}`;
const ofPerson = (end: string) => (people: Cast) =>
  `/animation/professionnels/${Reflect.get(people.actors.am, 'personId')}/${end}`;
/** An analysis's certificates are its facilitator's and its composer's alone (rule 8). */
const ofAnalysis = (people: Cast) => `/intervenant/activites/${people.cohorts.analyseActivityId}/attestations`;

/** Records, results, certificates. */
const RECORDS: Readonly<Record<string, Expectation>> = {
  attestations: { path: () => '/attestations', get: all(200) },
  'attestations/:code': { path: ({ record }) => `/attestations/${record.code}`, get: all(200) },
  'mon-espace/attestations': {
    path: () => '/mon-espace/attestations',
    get: all(200, { ...SIGN_IN, ...ONLY_AM, stranger: 200 }),
    form: () => ({ annee: '2026' }),
    post: all(409, { ...SIGN_IN, ...ONLY_AM, stranger: 409, am: '/mon-espace/attestations' }),
  },
  'mon-espace/attestations/:file': {
    path: ({ record }) => `/mon-espace/attestations/${record.certificateId}.pdf`,
    get: all(404, { ...SIGN_IN, am: 200 }),
  },
  'mon-espace/parcours.pdf': {
    path: () => '/mon-espace/parcours.pdf',
    get: all(200, { ...SIGN_IN, ...ONLY_AM, stranger: 200 }),
  },
  'mon-espace/parcours/:id/justificatif': {
    path: ({ record }) => `/mon-espace/parcours/${record.declaredId}/justificatif`,
    get: all(404, { ...SIGN_IN, am: 200, animator: 200, coordinator: 200, admin: 200 }),
    form: none,
    post: all(404, {
      ...{ ...SIGN_IN, am: '/mon-espace/parcours', animator: '/mon-espace/parcours' },
      ...{ coordinator: '/mon-espace/parcours', admin: '/mon-espace/parcours' },
    }),
  },
  'animation/echeances': { path: () => '/animation/echeances', get: all(200, NO_GROUPS) },
  'animation/echeances.csv': { path: () => '/animation/echeances.csv', get: all(200, NO_GROUPS) },
  'animation/activites/:id/resultats': {
    path: ofTraining('resultats'),
    get: all(404, { ...SIGN_IN, animator: 200 }),
    form: none,
    post: all(404, { ...SIGN_IN, animator: 409 }),
  },
  'animation/activites/:id/attestations': {
    path: ofTraining('attestations'),
    get: all(200, NO_GROUP),
    form: () => ({ signataire: 'Léa Martin' }),
    post: all(409, NO_GROUP),
  },
  'animation/activites/:id/attestations.pdf': {
    path: ofTraining('attestations.pdf'),
    get: all(200, NO_GROUP),
  },
  'animation/attestations/:file': {
    path: ({ record }) => `/animation/attestations/${record.certificateId}.pdf`,
    get: all(200, NO_GROUP),
  },
  'animation/attestations/:id/annulation': {
    path: ({ record }) => `/animation/attestations/${record.certificateId}/annulation`,
    get: all('/animation/professionnels'),
    form: () => ({ motif: 'Erreur' }),
    post: all('/animation/activites/:id/attestations', NO_GROUP),
  },
  'animation/professionnels/:id/parcours': {
    path: ofPerson('parcours'),
    get: all(200, NO_GROUP),
    form: () => ({ annee: '2026', signataire: 'Léa Martin' }),
    post: all('/animation/professionnels/:id/parcours', NO_GROUP),
  },
  'animation/professionnels/:id/parcours.pdf': { path: ofPerson('parcours.pdf'), get: all(200, NO_GROUP) },
  'animation/professionnels/:id/parcours/:formation/justificatif': {
    path: (people) => ofPerson(`parcours/${people.record.declaredId}/justificatif`)(people),
    get: all(200, NO_GROUP),
  },
  'intervenant/activites/:id/attestations': {
    path: ofAnalysis,
    get: all(404, { ...SIGN_IN, intervenant: 200, animator: 200 }),
    form: () => ({ signataire: 'Marc Petit' }),
    post: all(404, { ...SIGN_IN, intervenant: 409, animator: 409 }),
  },
};

/** An intervenant's own pages: nobody else is told that they exist. */
const HIS = { ...SIGN_IN, intervenant: 200 } as const;
const HIS_409 = { ...SIGN_IN, intervenant: 409 } as const;
const his = (end: string) => (people: Cast) => `/intervenant/seances/${people.askedSessionId}${end}`;
const asked = (end: string) => (people: Cast) => `/intervenant/propositions/${people.askedId}/${end}`;
const speaker = (end: string) => (people: Cast) => {
  const { intervenant } = people.actors;
  return `/animation/intervenants/${intervenant.kind === 'person' ? intervenant.personId : ''}${end}`;
};
const byLink = (end: string) => (people: Cast) => `/propositions/${people.links.propose}/${end}`;

/** What intervenants are asked, do and are paid. */
const INTERVENANTS: Readonly<Record<string, Expectation>> = {
  'propositions/:token/acceptation': { path: byLink('acceptation'), get: all(200), form: none, post: all(400) },
  'propositions/:token/refus': { path: byLink('refus'), get: all(200), form: none, post: all(400) },
  'intervenant/propositions/:id/acceptation': {
    path: asked('acceptation'),
    get: all(404, HIS),
    form: none,
    post: all(400, SIGN_IN),
  },
  'intervenant/propositions/:id/refus': {
    path: asked('refus'),
    get: all(404, HIS),
    form: none,
    post: all(400, SIGN_IN),
  },
  'intervenant/seances/:id': { path: his(''), get: all(404, HIS) },
  'intervenant/seances/:id/service-fait': {
    path: his('/service-fait'),
    get: all(404, HIS),
    form: none,
    post: all(404, HIS_409),
  },
  // A date that he has not accepted: there is nothing to give yet.
  'intervenant/seances/:id/documents': {
    path: his('/documents'),
    get: all(404, SIGN_IN),
    form: none,
    post: all(404, SIGN_IN),
  },
  'intervenant/disponibilites': {
    path: () => '/intervenant/disponibilites',
    get: all(404, HIS),
    form: none,
    post: all(400, SIGN_IN),
  },
  'intervenant/disponibilites/:id/suppression': {
    path: ({ askedId }) => `/intervenant/disponibilites/${askedId}/suppression`,
    get: all('/intervenant/disponibilites'),
    form: none,
    post: all(404, { ...SIGN_IN, intervenant: '/intervenant/disponibilites' }),
  },
  'intervenant/releve': { path: () => '/intervenant/releve?du=2026-10-01&au=2026-12-31', get: all(404, HIS) },
  'intervenant/releve.pdf': { path: () => '/intervenant/releve.pdf', get: all(404, HIS) },
  'intervenant/releve.csv': { path: () => '/intervenant/releve.csv', get: all(404, HIS) },
  'animation/intervenants': { path: () => '/animation/intervenants?q=psy', get: all(200, STAFF_ONLY) },
  'animation/intervenants/nouveau': {
    path: () => '/animation/intervenants/nouveau',
    get: all(200, ANY_PLANNER),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/intervenants/:id': { path: speaker(''), get: all(200, STAFF_ONLY) },
  'animation/intervenants/:id/modification': {
    path: speaker('/modification'),
    get: all(200, ANY_PLANNER),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/intervenants/:id/etats': {
    path: speaker('/etats'),
    get: all(200, STAFF_ONLY),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  // Nothing is over: there is no state to take back.
  'animation/intervenants/:id/etats/annulation': {
    path: speaker('/etats/annulation'),
    get: all(404, SIGN_IN),
    form: none,
    post: all(404, SIGN_IN),
  },
  'animation/intervenants/:id/releve': { path: speaker('/releve'), get: all(200, STAFF_ONLY) },
  'animation/intervenants/:id/releve.pdf': { path: speaker('/releve.pdf'), get: all(200, STAFF_ONLY) },
  'animation/intervenants/:id/releve.csv': { path: speaker('/releve.csv'), get: all(200, STAFF_ONLY) },
  'animation/seances/:id/conditions': {
    path: ({ askedSessionId }) => `/animation/seances/${askedSessionId}/conditions`,
    get: all(200, AT_DESK),
    form: none,
    post: all(404, SIGN_IN),
  },
  'animation/budget': {
    path: () => '/animation/budget?annee=2026',
    get: all(200, STAFF_ONLY),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/budget.csv': { path: () => '/animation/budget.csv?annee=2026', get: all(200, STAFF_ONLY) },
  'animation/budget/:id/modification': {
    path: ({ budgetLineId }) => `/animation/budget/${budgetLineId}/modification`,
    get: all(200, NOT_SECRETARY),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/budget/:id/suppression': {
    path: ({ budgetLineId }) => `/animation/budget/${budgetLineId}/suppression`,
    get: all('/animation/budget'),
    form: none,
    post: all('/animation/budget', NOT_SECRETARY),
  },
};

const TO_MESSAGES = '/mon-espace/messages';
const NOT_THERE = '00000000-0000-4000-8000-000000000000';
/** Words above mails: who settles the whole collectivité. */
const SETTLES_ALL = { ...STAFF_ONLY, animator: 404, otherAnimator: 404, secretary: 404 } as const;

/** What one hears, and how; what the team sees of it. */
const MESSAGES: Readonly<Record<string, Expectation>> = {
  'mon-espace/messages': {
    path: () => TO_MESSAGES,
    get: all(200, SIGN_IN),
    form: () => ({ canaux: 'CHANGE.MAIL', rappels: '1', 'calme-de': '20', 'calme-a': '7' }),
    post: all(409, SIGN_IN),
  },
  'mon-espace/messages/envois': { path: () => '/mon-espace/messages/envois', get: all(200, SIGN_IN) },
  'mon-espace/messages/suivis': {
    path: () => '/mon-espace/messages/suivis',
    get: all(TO_MESSAGES),
    form: () => ({ type: 'atelier' }),
    post: all(TO_MESSAGES, SIGN_IN),
  },
  'mon-espace/messages/suivis/:id/retrait': {
    path: () => `/mon-espace/messages/suivis/${NOT_THERE}/retrait`,
    get: all(TO_MESSAGES),
    form: none,
    post: all(404, SIGN_IN),
  },
  'mon-espace/messages/notifications': {
    path: () => '/mon-espace/messages/notifications',
    get: all(TO_MESSAGES),
    form: none,
    post: all(400, SIGN_IN),
  },
  'mon-espace/messages/notifications/:id/retrait': {
    path: () => `/mon-espace/messages/notifications/${NOT_THERE}/retrait`,
    get: all(TO_MESSAGES),
    form: none,
    post: all(404, SIGN_IN),
  },
  'messages/:token/arret': {
    path: ({ stopPath }) => `${stopPath}/arret`,
    get: all(200),
    form: () => ({ 'List-Unsubscribe': 'One-Click' }),
    post: all(200),
  },
  'messages/:token/reprise': {
    path: ({ stopPath }) => `${stopPath}/reprise`,
    get: all('/messages/:token/arret'),
    form: none,
    post: all('/messages/:token/arret'),
  },
  'animation/messages': { path: () => '/animation/messages', get: all(200, STAFF_ONLY) },
  'animation/messages/introductions': {
    path: () => '/animation/messages/introductions',
    get: all(200, SETTLES_ALL),
  },
  'animation/messages/introductions/:template': {
    path: () => '/animation/messages/introductions/session-reminder',
    get: all(200, SETTLES_ALL),
    form: () => ({ texte: 'À bientôt.' }),
    post: all('/animation/messages/introductions/session-reminder', SETTLES_ALL),
  },
  'animation/messages/introductions/:template/apercu': {
    path: () => '/animation/messages/introductions/session-reminder/apercu',
    get: all(200, SETTLES_ALL),
    form: () => ({ texte: 'À bientôt.' }),
    post: all(200, SETTLES_ALL),
  },
  'animation/professionnels/:id/messages': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/messages`,
    get: all(200, FILE_KEEPERS),
  },
};

const held = (end: string) => (people: Cast) => `/animation/activites/${people.asking.heldId}${end}`;
const material = (end: string) => (people: Cast) => `/animation/documents/${people.asking.materialId}${end}`;
const campaign = (end: string) => (people: Cast) => `/animation/besoins/campagnes/${people.asking.campaignId}${end}`;
const theme = (end: string) => (people: Cast) => `/animation/themes/${people.asking.themeId}${end}`;
const need = (end: string) => (people: Cast) => `/besoins/${people.asking.needLink}${end}`;
const TO_CAMPAIGNS = '/animation/besoins/campagnes';

const plan = (end: string) => (people: Cast) => `/animation/plans/${people.plan.planId}${end}`;
const line = (end: string) => (people: Cast) => `/animation/lignes/${people.plan.lineId}${end}`;
const provider = (end: string) => (people: Cast) => `/animation/organismes/${people.plan.organisationId}${end}`;
const TO_LINE = '/animation/lignes/:id';

/** The plan of trainings of the host relais. */
const PLANS: Readonly<Record<string, Expectation>> = {
  'animation/plans': { path: () => '/animation/plans', get: all(200, NO_GROUPS) },
  'animation/plans/nouveau': {
    path: () => '/animation/plans/nouveau',
    get: all(200, NO_GROUPS),
    form: none,
    post: all(400, NO_GROUPS),
  },
  'animation/plans/:id': { path: plan(''), get: all(200, NO_GROUP) },
  'animation/plans/:id/plan.csv': { path: plan('/plan.csv'), get: all(200, NO_GROUP) },
  'animation/plans/:id/modification': {
    path: plan('/modification'),
    get: all(200, NO_GROUP),
    form: none,
    post: all(400, NO_GROUP),
  },
  'animation/plans/:id/besoins': {
    path: plan('/besoins'),
    get: all(200, NO_GROUP),
    form: none,
    post: all(400, NO_GROUP),
  },
  'animation/lignes/:id': { path: line(''), get: all(200, NO_GROUP) },
  'animation/lignes/:id/modification': {
    path: line('/modification'),
    get: all(200, NO_GROUP),
    form: none,
    post: all(400, NO_GROUP),
  },
  'animation/lignes/:id/personnes': {
    path: line('/personnes'),
    get: all(200, NO_GROUP),
    form: none,
    post: all(400, NO_GROUP),
  },
  'animation/lignes/:id/dates': { path: line('/dates'), get: all(200, NO_GROUP), form: none, post: all(400, NO_GROUP) },
  'animation/lignes/:id/presences': {
    path: line('/presences'),
    get: all(TO_LINE),
    form: none,
    post: all(TO_LINE, NO_GROUP),
  },
  // Validating is the coordinator's and the administrator's.
  'animation/lignes/:id/:acte': {
    path: line('/validation'),
    get: all(200, { ...NO_GROUP, animator: 404 }),
    form: none,
    post: all(409, { ...NO_GROUP, animator: 404 }),
  },
  'animation/dossiers/:id/:acte': {
    path: ({ plan }) => `/animation/dossiers/${plan.fileId}/gel`,
    get: all(200, NO_GROUP),
    form: none,
    post: all(TO_LINE, NO_GROUP),
  },
  'animation/dossiers/:id/retrait': {
    path: () => '/animation/dossiers/00000000-0000-4000-8000-000000000000/retrait',
    get: all('/animation/plans'),
    form: none,
    post: all(404, SIGN_IN),
  },
  'animation/organismes': { path: () => '/animation/organismes', get: all(200, NO_GROUPS) },
  'animation/organismes/nouveau': {
    path: () => '/animation/organismes/nouveau',
    get: all(200, NO_GROUPS),
    form: none,
    post: all(400, NO_GROUPS),
  },
  'animation/organismes/:id': { path: provider(''), get: all(200, NO_GROUPS), form: none, post: all(400, NO_GROUPS) },
  'animation/organismes/:id/retrait': {
    path: provider('/retrait'),
    get: all('/animation/organismes'),
    form: none,
    post: all('/animation/organismes', NO_GROUPS),
  },
};

/** Campaigns of needs, opinions about trainings, documents, themes and dated settings. */
const ASKING: Readonly<Record<string, Expectation>> = {
  'documents/:id': {
    path: ({ asking }) => `/documents/${asking.materialId}`,
    get: all(404, { am: 200, animator: 200, secretary: 200, coordinator: 200, admin: 200 }),
  },
  'animation/activites/:id/documents': {
    path: held('/documents'),
    get: all(200, AT_DESK),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/documents/:id/annonce': {
    path: material('/annonce'),
    get: all('/animation/activites'),
    form: none,
    post: all('/animation/activites/:id/documents', PLANNERS),
  },
  'animation/documents/:id/retrait': {
    path: material('/retrait'),
    get: all('/animation/activites'),
    form: none,
    post: all('/animation/activites/:id/documents', PLANNERS),
  },
  'animation/activites/:id/avis': { path: held('/avis'), get: all(200, PLANNERS) },
  'animation/activites/:id/avis/demande': {
    path: held('/avis/demande'),
    get: all('/animation/activites/:id/avis'),
    form: none,
    post: all('/animation/activites/:id/avis', PLANNERS),
  },
  'animation/activites/:id/retour': {
    path: held('/retour'),
    get: all('/animation/activites/:id/avis'),
    form: none,
    post: all('/animation/activites/:id/dates', PLANNERS),
  },
  // No exchange was proposed: there is nothing to invite to.
  'animation/activites/:id/retour/invitation': {
    path: held('/retour/invitation'),
    get: all('/animation/activites/:id/avis'),
    form: none,
    post: all(404, SIGN_IN),
  },
  'avis/:token': {
    path: ({ asking }) => `/avis/${asking.feedbackLink}`,
    get: all(200),
    form: none,
    post: all(400),
  },
  'mon-espace/avis/:id': {
    path: ({ asking }) => `/mon-espace/avis/${asking.askId}`,
    get: all(404, { ...SIGN_IN, am: 200 }),
    form: none,
    post: all(400, SIGN_IN),
  },
  'besoins/:token': { path: need(''), get: all(200), form: none, post: all(409) },
  'besoins/:token/aucun': {
    path: need('/aucun'),
    get: all('/besoins/:token'),
    form: none,
    post: all('/besoins/:token'),
  },
  'besoins/:token/retrait': { path: need('/retrait'), get: all('/besoins/:token'), form: none, post: all(404) },
  'animation/besoins/campagnes': { path: () => TO_CAMPAIGNS, get: all(200, NO_GROUPS) },
  'animation/besoins/campagnes/nouvelle': {
    path: () => '/animation/besoins/campagnes/nouvelle',
    get: all(200, NO_GROUPS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/besoins/campagnes/:id': { path: campaign(''), get: all(200, NO_GROUP) },
  'animation/besoins/campagnes/:id/relance': {
    path: campaign('/relance'),
    get: all(TO_CAMPAIGNS),
    form: none,
    post: all('/animation/besoins/campagnes/:id', NO_GROUP),
  },
  'animation/besoins/invitations/:id/sans-besoin': {
    path: ({ asking }) => `/animation/besoins/invitations/${asking.inviteId}/sans-besoin`,
    get: all(TO_CAMPAIGNS),
    form: none,
    post: all('/animation/besoins/campagnes/:id', NO_GROUP),
  },
  'animation/themes': {
    path: () => '/animation/themes',
    get: all(200, NO_GROUPS),
    form: none,
    post: all(409, STAFF_ONLY),
  },
  'animation/themes/:id': { path: theme(''), get: all(200, NO_GROUP), form: none, post: all(409, STAFF_ONLY) },
  'animation/themes/:id/retrait': {
    path: theme('/retrait'),
    get: all('/animation/themes'),
    form: none,
    post: all('/animation/themes', NO_GROUP),
  },
  'animation/reglages': {
    path: () => '/animation/reglages',
    get: all(200, SETTLES_ALL),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/reglages/retrait': {
    path: () => '/animation/reglages/retrait',
    get: all('/animation/reglages'),
    form: none,
    post: all(404, SIGN_IN),
  },
};

/** A line a route of app/routes.ts: who gets what. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  ...ACTIVITIES,
  ...DESK,
  ...ASKING,
  animation: { path: () => '/animation', get: all(200, STAFF_ONLY) },
  'animation/planning': { path: () => '/animation/planning', get: all(200, STAFF_ONLY) },
  'animation/activites/:id/dates': {
    path: ({ place }) => `/animation/activites/${place.activityId}/dates?date=2026-12-01&de=09:30&a=11:00`,
    get: all(200, PLANNERS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/activites/:id/dates/enregistrement': {
    path: ({ place }) => `/animation/activites/${place.activityId}/dates/enregistrement`,
    get: all(200, PLANNERS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/seances/:id/modification': {
    path: ({ place }) => `/animation/seances/${place.sessionId}/modification`,
    get: all(200, PLANNERS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/seances/:id/modification/enregistrement': {
    path: ({ place }) => `/animation/seances/${place.sessionId}/modification/enregistrement`,
    get: all(200, PLANNERS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/seances/:id/suppression': {
    path: ({ place }) => `/animation/seances/${place.sessionId}/suppression`,
    get: all(200, PLANNERS),
    form: none,
    post: all(409, PLANNERS),
  },
  'animation/seances/:id/horaire': {
    path: ({ place }) => `/animation/seances/${place.sessionId}/horaire`,
    get: all(200, { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 }),
    form: () => ({ date: '2026-11-24', de: '10:00', a: '11:30' }),
    post: all('/animation/seances/:id', { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 }),
  },
  'animation/seances/:id/remplacement': {
    path: ({ place }) => `/animation/seances/${place.sessionId}/remplacement`,
    get: all(200, { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 }),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/seances/:id/relais': {
    path: ({ place }) => `/animation/seances/${place.sessionId}/relais`,
    get: all(200, { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 }),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/fermetures': {
    path: () => '/animation/fermetures',
    get: all(200, STAFF_ONLY),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/fermetures/:id': {
    path: ({ closureId }) => `/animation/fermetures/${closureId}`,
    get: all(200, { ...STAFF_ONLY, otherAnimator: 404 }),
    form: () => ({ premier: '2026-11-25' }),
    post: all('/animation/fermetures/:id', { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 }),
  },
  'animation/fermetures/:id/annulation': {
    path: ({ closureId, place }) => `/animation/fermetures/${closureId}/annulation?seance=${place.sessionId}`,
    get: all(200, { ...STAFF_ONLY, otherAnimator: 404 }),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/fermetures/:id/maintien': {
    path: ({ closureId }) => `/animation/fermetures/${closureId}/maintien`,
    get: all('/animation/fermetures/:id'),
    form: none,
    post: all('/animation/fermetures/:id', STAFF_ONLY),
  },
  'animation/fermetures/:id/suppression': {
    path: ({ closureId }) => `/animation/fermetures/${closureId}/suppression`,
    get: all('/animation/fermetures/:id'),
    form: none,
    post: all('/animation/fermetures', { ...STAFF_ONLY, otherAnimator: 404, secretary: 404 }),
  },
  'animation/absences': { path: () => '/animation/absences', get: all(200, STAFF_ONLY) },
  'animation/a-prevenir': { path: () => '/animation/a-prevenir', get: all(200, STAFF_ONLY) },
  'animation/a-prevenir/:id/prevenue': {
    path: ({ toTellId }) => `/animation/a-prevenir/${toTellId}/prevenue`,
    get: all('/animation/a-prevenir'),
    form: none,
    post: all('/animation/a-prevenir', { ...STAFF_ONLY, otherAnimator: 404 }),
  },
  'animation/a-prevenir/:id/a-rappeler': {
    path: ({ toTellId }) => `/animation/a-prevenir/${toTellId}/a-rappeler`,
    get: all('/animation/a-prevenir'),
    form: none,
    post: all('/animation/a-prevenir', { ...STAFF_ONLY, otherAnimator: 404 }),
  },
  'lecture/:token': {
    path: ({ links }) => `/lecture/${links.read}`,
    get: all(200),
    form: none,
    post: all('/lecture/:token'),
  },
  'animation/professionnels': { path: () => '/animation/professionnels?q=nom', get: all(200, STAFF_ONLY) },
  'animation/professionnels.csv': { path: () => '/animation/professionnels.csv', get: all(200, STAFF_ONLY) },
  'animation/professionnels.xlsx': { path: () => '/animation/professionnels.xlsx', get: all(200, STAFF_ONLY) },
  'animation/professionnels/nouveau': {
    path: () => '/animation/professionnels/nouveau',
    get: all(200, STAFF_ONLY),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/professionnels/import': {
    path: () => '/animation/professionnels/import',
    get: all(200, STAFF_ONLY),
    form: () => ({ texte: 'Nom;Prénom;Téléphone\nPetit;Marie;06 39 98 55 01' }),
    post: all(200, STAFF_ONLY),
  },
  'animation/professionnels/import/ajout': {
    path: () => '/animation/professionnels/import/ajout',
    get: all(200, STAFF_ONLY),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/professionnels/doublons': {
    path: () => '/animation/professionnels/doublons',
    get: all(200, STAFF_ONLY),
  },
  'animation/professionnels/:id/fusion/:autre': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/fusion/${at(1, place.ams).personId}`,
    get: all(200, FILE_KEEPERS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/professionnels/demandes': {
    path: () => '/animation/professionnels/demandes',
    get: all(200, STAFF_ONLY),
  },
  'animation/professionnels/demandes/:id/acceptation': {
    path: ({ accessRequestId }) => `/animation/professionnels/demandes/${accessRequestId}/acceptation`,
    get: all('/animation/professionnels/demandes', STAFF_ONLY),
    form: () => ({ fiche: 'nouvelle' }),
    post: all('/animation/professionnels/demandes', FILE_KEEPERS),
  },
  'animation/professionnels/demandes/:id/refus': {
    path: ({ accessRequestId }) => `/animation/professionnels/demandes/${accessRequestId}/refus`,
    get: all('/animation/professionnels/demandes', STAFF_ONLY),
    form: () => ({ mot: 'Un mot.' }),
    post: all('/animation/professionnels/demandes', FILE_KEEPERS),
  },
  'animation/professionnels/:id': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}`,
    get: all(200, FILE_KEEPERS),
  },
  'animation/professionnels/:id/inscription': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/inscription`,
    get: all(200, FILE_KEEPERS),
  },
  'animation/professionnels/:id/modification': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/modification`,
    get: all(200, FILE_KEEPERS),
    form: () => ({ prenom: 'Prénom0', nom: 'Nom0', email: '', telephone: '', commune: '', metier: 'CANDIDATE' }),
    post: all('/animation/professionnels/:id', FILE_KEEPERS),
  },
  'animation/professionnels/:id/statuts': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/statuts`,
    get: all(200, FILE_KEEPERS),
    form: () => ({ statut: 'ACTIVE', depuis: '2026-01-05' }),
    post: all('/animation/professionnels/:id', FILE_KEEPERS),
  },
  'animation/professionnels/:id/agrements': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/agrements`,
    get: all(200, FILE_KEEPERS),
    form: () => ({ enfants: '3', moins3: '2', restrictions: '', debut: '2026-01-05', fin: '' }),
    post: all('/animation/professionnels/:id', FILE_KEEPERS),
  },
  'animation/professionnels/:id/relais': {
    path: ({ place }) => `/animation/professionnels/${at(0, place.ams).personId}/relais`,
    get: all(200, FILE_KEEPERS),
    form: none,
    post: all(400, STAFF_ONLY),
  },
  'animation/professionnels/:id/relais/:relaisId/fin': {
    path: ({ place }) => `/animation/professionnels/${at(1, place.ams).personId}/relais/${place.relaisId}/fin`,
    get: all(200, FILE_KEEPERS),
    form: () => ({ dernier: '2030-01-01' }),
    post: all('/animation/professionnels', FILE_KEEPERS),
  },
  'animation/professionnels/:id/reglements/:reglementId/papier': {
    path: ({ place, reglementId }) =>
      `/animation/professionnels/${at(0, place.ams).personId}/reglements/${reglementId}/papier`,
    get: all('/animation/professionnels/:id', STAFF_ONLY),
    form: none,
    post: all('/animation/professionnels/:id', FILE_KEEPERS),
  },
  'demande-acces': { path: () => '/demande-acces', get: all(200), form: none, post: all(400) },
  '': { path: () => '/', get: all(200) },
  activites: { path: () => '/activites?places=1', get: all(200) },
  'activites/:id': { path: ({ place }) => `/activites/${place.activityId}`, get: all(200, FOREIGN) },
  'seances/:id': { path: ({ place }) => `/seances/${place.sessionId}`, get: all(200, FOREIGN) },
  'seances/:id/inscription': {
    path: ({ place }) => `/seances/${place.sessionId}/inscription`,
    get: all(200, { ...SIGN_IN, ...ONLY_AM }),
    form: () => ({ 'bande-18': '1' }),
    post: all('/seances/:id', { ...SIGN_IN, ...ONLY_AM }),
  },
  'seances/:id/desistement': {
    path: ({ place }) => `/seances/${place.sessionId}/desistement`,
    get: all(404, { ...SIGN_IN, am: 200 }),
    form: none,
    post: all(404, { ...SIGN_IN, am: '/seances/:id' }),
  },
  'relais/:slug': { path: ({ slug }) => `/relais/${slug}`, get: all(200, FOREIGN) },
  'relais/:slug/agenda.ics': { path: ({ slug }) => `/relais/${slug}/agenda.ics`, get: all(200) },
  'gestionnaires/:slug/agenda.ics': { path: () => '/gestionnaires/inconnu/agenda.ics', get: all(404) },
  'lieux/:id/agenda.ics': { path: ({ place }) => `/lieux/${place.siteId}/agenda.ics`, get: all(200) },
  'agenda/:file': { path: () => '/agenda/inconnu.ics', get: all(404) },
  'offres/:token/acceptation': {
    path: ({ links }) => `/offres/${links.offer}/acceptation`,
    get: all(200),
    form: none,
    post: all('/offres/:token/acceptation'),
  },
  'offres/:token/refus': {
    path: ({ links }) => `/offres/${links.offer}/refus`,
    get: all(200),
    form: none,
    post: all('/offres/:token/refus'),
  },
  'desistement/:token': {
    path: ({ links }) => `/desistement/${links.withdraw}`,
    get: all(200),
    form: none,
    post: all('/desistement/:token'),
  },
  connexion: {
    path: () => '/connexion',
    get: all(200),
    form: (role) => ({ email: `${role}@test.example` }),
    post: all('/connexion/code'),
  },
  'connexion/code': {
    path: () => '/connexion/code',
    get: all(200),
    form: () => ({ code: '0000 0000' }),
    post: all('/', { anonymous: 400 }),
  },
  'connexion/:token': { path: () => '/connexion/inconnu', get: all(410), form: none, post: all(410) },
  deconnexion: { path: () => '/deconnexion', get: all(200), form: none, post: all('/deconnexion') },
  'mon-espace': { path: () => '/mon-espace', get: all(200, SIGN_IN) },
  'mon-espace/offres/:id/acceptation': {
    path: ({ offerId }) => `/mon-espace/offres/${offerId}/acceptation`,
    get: all('/mon-espace'),
    form: none,
    post: all('/mon-espace', { ...SIGN_IN, ...NOT_HERS }),
  },
  'mon-espace/offres/:id/refus': {
    path: ({ offerId }) => `/mon-espace/offres/${offerId}/refus`,
    get: all('/mon-espace'),
    form: none,
    post: all('/mon-espace', { ...SIGN_IN, ...NOT_HERS }),
  },
  'mon-espace/enfants': {
    path: () => '/mon-espace/enfants',
    get: all(200, SIGN_IN),
    form: none,
    post: all(400, SIGN_IN),
  },
  'mon-espace/enfants/:id/retrait': {
    path: ({ childId }) => `/mon-espace/enfants/${childId}/retrait`,
    get: all('/mon-espace/enfants'),
    form: none,
    post: all(404, { ...SIGN_IN, am: '/mon-espace/enfants' }),
  },
  'mon-espace/coordonnees': {
    path: () => '/mon-espace/coordonnees',
    get: all(200, SIGN_IN),
    form: () => ({ telephone: '06 39 98 01 02' }),
    post: all('/mon-espace', SIGN_IN),
  },
  'mon-espace/appareils/:id/deconnexion': {
    path: () => '/mon-espace/appareils/00000000-0000-4000-8000-000000000000/deconnexion',
    get: all('/mon-espace'),
    form: none,
    post: all('/mon-espace', SIGN_IN),
  },
  'mon-espace/agenda': {
    path: () => '/mon-espace/agenda',
    get: all(200, SIGN_IN),
    form: none,
    post: all(200, SIGN_IN),
  },
  'mon-espace/agenda/suppression': {
    path: () => '/mon-espace/agenda/suppression',
    get: all('/mon-espace/agenda'),
    form: none,
    post: all('/mon-espace/agenda', SIGN_IN),
  },
  'mon-espace/agenda/contenu': {
    path: () => '/mon-espace/agenda/contenu',
    get: all('/mon-espace/agenda'),
    form: () => ({ contenu: 'relais' }),
    post: all('/mon-espace/agenda', { ...SIGN_IN, am: 404, otherAm: 404, intervenant: 404, stranger: 404 }),
  },
  'animation/agenda': {
    path: () => '/animation/agenda',
    get: all(200, STAFF_ONLY),
    form: none,
    post: all(200, STAFF_ONLY),
  },
  'animation/agenda/contenu': {
    path: () => '/animation/agenda/contenu',
    get: all('/animation/agenda'),
    form: () => ({ contenu: 'moi' }),
    post: all('/animation/agenda', STAFF_ONLY),
  },
  'animation/agenda/suppression': {
    path: () => '/animation/agenda/suppression',
    get: all('/animation/agenda'),
    form: none,
    post: all('/animation/agenda', STAFF_ONLY),
  },
  'intervenant/agenda': {
    path: () => '/intervenant/agenda',
    get: all(404, { ...SIGN_IN, intervenant: 200 }),
    form: none,
    post: all(404, { ...SIGN_IN, intervenant: 200 }),
  },
  'intervenant/agenda/suppression': {
    path: () => '/intervenant/agenda/suppression',
    get: all('/intervenant/agenda'),
    form: none,
    post: all(404, { ...SIGN_IN, intervenant: '/intervenant/agenda' }),
  },
  ...MESSAGES,
  ...PLANS,
  'mon-espace/besoins': {
    path: () => '/mon-espace/besoins',
    get: all(200, { ...SIGN_IN, ...ONLY_AM, stranger: 200 }),
    form: () => ({ mots: 'Les pleurs' }),
    post: all('/mon-espace/besoins', { ...SIGN_IN, ...ONLY_AM_409, stranger: '/mon-espace/besoins' }),
  },
  'mon-espace/besoins/:id/retrait': {
    path: () => '/mon-espace/besoins/00000000-0000-4000-8000-000000000000/retrait',
    get: all('/mon-espace/besoins'),
    form: none,
    post: all(404, SIGN_IN),
  },
  'mon-espace/parcours': {
    path: () => '/mon-espace/parcours',
    get: all(200, { ...SIGN_IN, ...ONLY_AM, stranger: 200 }),
    form: () => ({ titre: 'SST', fin: '2025-03-14', duree: '14' }),
    post: all('/mon-espace/parcours', { ...SIGN_IN, ...ONLY_AM_409, stranger: '/mon-espace/parcours' }),
  },
  'mon-espace/parcours/:id/retrait': {
    path: () => '/mon-espace/parcours/00000000-0000-4000-8000-000000000000/retrait',
    get: all('/mon-espace/parcours'),
    form: none,
    post: all(404, SIGN_IN),
  },
  'animation/besoins': { path: () => '/animation/besoins', get: all(200, { ...STAFF_ONLY, secretary: 404 }) },
  'animation/besoins/:id/retrait': {
    path: () => '/animation/besoins/00000000-0000-4000-8000-000000000000/retrait',
    get: all('/animation/besoins'),
    form: none,
    post: all(404, SIGN_IN),
  },
  'animation/professionnels/:id/besoins': {
    path: ({ actors }) => `/animation/professionnels/${Reflect.get(actors.am, 'personId')}/besoins`,
    get: all(200, { ...STAFF_ONLY, secretary: 404, otherAnimator: 404 }),
    form: () => ({ mots: 'Les pleurs', source: 'telephone' }),
    post: all('/animation/professionnels/:id/besoins', { ...STAFF_ONLY, secretary: 404, otherAnimator: 404 }),
  },
  'mon-espace/reglements/:id': {
    path: ({ reglementId }) => `/mon-espace/reglements/${reglementId}`,
    get: all(200, { ...SIGN_IN, ...FOREIGN }),
    form: none,
    post: all('/mon-espace', { ...SIGN_IN, ...FOREIGN }),
  },
  'activites/:id/candidature': {
    path: ({ cohorts }) => `/activites/${cohorts.analyseActivityId}/candidature`,
    get: all(200, { ...SIGN_IN, ...ONLY_AM }),
    form: none,
    post: all('/mon-espace/groupes', { ...SIGN_IN, ...ONLY_AM }),
  },
  'mon-espace/groupes': { path: () => '/mon-espace/groupes', get: all(200, SIGN_IN) },
  'mon-espace/groupes/:id/depart': {
    path: ({ cohorts }) => `/mon-espace/groupes/${cohorts.membershipId}/depart`,
    get: all(404, { ...SIGN_IN, am: 200 }),
    form: none,
    post: all(404, { ...SIGN_IN, am: '/mon-espace/groupes' }),
  },
  'mon-espace/groupes/:id/dossier': {
    path: ({ cohorts }) => `/mon-espace/groupes/${cohorts.membershipId}/dossier`,
    get: all('/mon-espace/groupes'),
    form: () => ({ montrer: 'oui' }),
    post: all(404, { ...SIGN_IN, am: '/mon-espace/groupes' }),
  },
  ...INTERVENANTS,
  ...RECORDS,
  intervenant: { path: () => '/intervenant', get: all(404, { ...SIGN_IN, intervenant: 200 }) },
  'intervenant/groupes/:id': {
    path: ({ cohorts }) => `/intervenant/groupes/${cohorts.analyseId}`,
    get: all(404, { ...SIGN_IN, intervenant: 200 }),
  },
  'animation/groupes': { path: () => '/animation/groupes', get: all(200, NO_GROUPS) },
  'animation/groupes/nouveau': {
    path: () => '/animation/groupes/nouveau',
    get: all(200, NO_GROUPS),
    form: none,
    post: all(400, { ...STAFF_ONLY }),
  },
  'animation/groupes/:id': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.analyseId}`,
    get: all(200, NO_GROUP),
  },
  'animation/groupes/:id/seances': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.standingId}/seances`,
    get: all(200, NO_GROUP),
    form: none,
    post: all(404, SIGN_IN),
  },
  'animation/groupes/:id/reglages': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.analyseId}/reglages`,
    get: all(200, NO_GROUP),
    form: none,
    post: all(400, NO_GROUP),
  },
  // An ANALYSE opens its names to its composer alone, the animator (rule 8).
  'animation/groupes/:id/membres': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.analyseId}/membres`,
    get: all(404, { ...SIGN_IN, animator: 200 }),
    form: none,
    post: all(404, { ...SIGN_IN, animator: 400 }),
  },
  'animation/groupes/:id/membres/:membershipId/depart': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.analyseId}/membres/${cohorts.analyseMembershipId}/depart`,
    get: all(404, { ...SIGN_IN, animator: 200 }),
    form: none,
    post: all(404, { ...SIGN_IN, animator: '/animation/groupes/:id' }),
  },
  'animation/groupes/:id/candidatures/:membershipId/acceptation': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.analyseId}/candidatures/${cohorts.appliedId}/acceptation`,
    get: all('/animation/groupes/:id'),
    form: none,
    post: all(404, { ...SIGN_IN, animator: '/animation/groupes/:id' }),
  },
  'animation/groupes/:id/candidatures/:membershipId/refus': {
    path: ({ cohorts }) => `/animation/groupes/${cohorts.analyseId}/candidatures/${cohorts.appliedId}/refus`,
    get: all('/animation/groupes/:id'),
    form: none,
    post: all(404, { ...SIGN_IN, animator: '/animation/groupes/:id' }),
  },
  'animation/seances/feuilles': {
    path: () => '/animation/seances/feuilles',
    get: all(200, { ...STAFF_ONLY, intervenant: 200 }),
  },
  'animation/seances/:id/emargement': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/emargement`,
    get: all(200, HOST_TEAM),
    form: () => ({ feuille: '00000000-0000-4000-8000-000000000001' }),
    post: all(404, { ...SIGN_IN, animator: '/animation/seances/:id/emargement' }),
  },
  'animation/seances/:id/emargement/arbitrage': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/emargement/arbitrage`,
    get: all('/animation/seances/:id/emargement'),
    form: () => ({ marque: '00000000-0000-4000-8000-000000000001', garder: 'KEPT' }),
    post: all(404, SIGN_IN),
  },
  'animation/seances/:id/marques': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/marques`,
    get: all(200, { ...HOST_TEAM, anonymous: 401 }),
    form: none,
    post: all(400, { anonymous: 401 }),
  },
  'animation/seances/:id/feuille.pdf': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/feuille.pdf`,
    get: all(200, HOST_TEAM),
  },
  'animation/seances/:id/appel.pdf': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/appel.pdf`,
    get: all(200, HOST_TEAM),
  },
  'animation/seances/:id/recherche': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/recherche`,
    get: all(404, { ...SIGN_IN, animator: 200 }),
    form: () => ({ nom: 'zz' }),
    post: all(404, { ...SIGN_IN, animator: 200 }),
  },
  'animation/seances/:id/venues': {
    path: ({ sheetId }) => `/animation/seances/${sheetId}/venues`,
    get: all('/animation/seances/:id/emargement'),
    form: () => ({
      marque: '00000000-0000-4000-8000-000000000002',
      ligne: '00000000-0000-4000-8000-000000000003',
      type: 'PARENT',
    }),
    post: all(404, { ...SIGN_IN, animator: '/animation/seances/:id/emargement' }),
  },
  'demo/etalon': { path: () => '/demo/etalon', get: all(200) },
  'demo/courriels': { path: () => '/demo/courriels', get: all(200) },
  'demo/courriels/:id': { path: ({ mailId }) => `/demo/courriels/${mailId}`, get: all(404) },
  'demo/courriels/:id/seance.ics': { path: ({ mailId }) => `/demo/courriels/${mailId}/seance.ics`, get: all(404) },
  donnees: { path: () => '/donnees', get: all(200) },
  'donnees/programme.csv': { path: () => '/donnees/programme.csv', get: all(200) },
  'donnees/programme.json': { path: () => '/donnees/programme.json', get: all(200) },
  'mentions-legales': { path: () => '/mentions-legales', get: all(200) },
  accessibilite: { path: () => '/accessibilite', get: all(200) },
  confidentialite: { path: () => '/confidentialite', get: all(200) },
  'plan-du-site': { path: () => '/plan-du-site', get: all(200) },
  'robots.txt': { path: () => '/robots.txt', get: all(200) },
  '*': { path: () => '/nulle-part', get: all(404), form: none, post: all(404) },
};

/** What each role is answered. */
export async function answersOf(answer: (role: Role) => Promise<Answer>): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const role of ROLES) answers[role] = await answer(role);
  return answers;
}
