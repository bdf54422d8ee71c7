import type { MailContent, SessionWords } from '#app/mail/templates.ts';

export const enrollmentId = '5b0e2f9c-6f0f-4f6e-9d0a-0c1f2e3d4c5b';

export const session: SessionWords = {
  sessionId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  title: 'Musique & comptines',
  day: 'mardi 24 novembre',
  when: 'mardi 24 novembre, 9 h 30 – 11 h',
  place: 'Salle des Lutins',
  address: '3 rue des Prés, 80000 Amiens',
  bring: 'Chaussons ou chaussettes antidérapantes',
  relais: { name: 'Relais du Chemin vert', phone: '03 22 00 00 00', email: 'chemin-vert@demo.ribambelle.example' },
  startsAt: '2026-11-24T08:30:00.000Z',
  endsAt: '2026-11-24T10:00:00.000Z',
  timezone: 'Europe/Paris',
};

const party = 'vous et 2 enfants';
const live = { session, party, enrollmentId, round: 3 };

/** One mail of each template. */
export const contents: readonly MailContent[] = [
  { template: 'login-code', props: { code: '12345678', link: '/connexion/abc_DEF-123' } },
  { template: 'enrollment-confirmed', props: live },
  { template: 'enrollment-requested', props: { ...live, reasons: ['Vous avez déjà trois réservations ce mois-ci.'] } },
  { template: 'enrollment-waiting', props: { ...live, rank: 2, lacking: 'il manque 1 place enfant', wish: 'ASK' } },
  { template: 'offer-made', props: { ...live, deadline: 'lundi 23 novembre, 18 h' } },
  { template: 'offer-expired', props: { session, party } },
  { template: 'enrollment-promoted', props: live },
  { template: 'enrollment-withdrawn', props: { session, party, byStaff: false, late: true } },
  { template: 'enrollment-changed', props: { ...live, before: 'vous et 3 enfants' } },
  {
    template: 'enrollment-refused',
    props: { session, party, reason: 'Le groupe est complet pour les moins de 18 mois.' },
  },
  {
    template: 'enrollment-skipped',
    props: { ...live, reason: 'Vous êtes déjà inscrite à une autre séance à cette heure.' },
  },
  {
    template: 'session-moved',
    props: {
      ...live,
      before: { when: 'lundi 23 novembre, 9 h 30 – 11 h', place: 'Salle bleue', address: '' },
      note: 'Attention : vous êtes déjà inscrite ailleurs à cette heure.',
      reading: { enrollmentId, round: 2 },
    },
  },
  {
    template: 'sessions-moved',
    props: {
      relais: session.relais,
      changes: [
        {
          ...live,
          before: { when: 'lundi 23 novembre, 9 h 30 – 11 h', place: 'Salle bleue', address: '' },
          notes: ['Thème : « Musique & comptines » (c’était « Peinture »).'],
        },
        {
          ...{ ...live, enrollmentId: '6c1f3a0d-7a1a-4a7f-8e1b-1d2a3f4e5d6c' },
          session: { ...session, day: 'mardi 1er décembre', when: 'mardi 1er décembre, 9 h 30 – 11 h' },
          before: null,
          notes: ['À prévoir : un tablier.'],
        },
      ],
      reading: { enrollmentId, round: 2 },
    },
  },
  {
    template: 'sessions-cancelled',
    props: {
      relais: session.relais,
      changes: [{ session, party, enrollmentId }],
      reason: 'La salle est en travaux.',
      reading: { enrollmentId, round: 2 },
    },
  },
  { template: 'session-cancelled', props: { session, party, reason: 'L’animatrice est souffrante.' } },
  { template: 'access-opened', props: { relais: session.relais } },
  { template: 'access-refused', props: { relais: session.relais, words: 'Vous dépendez d’un autre relais.' } },
  { template: 'file-changed', props: { relais: session.relais, changes: ['Votre agrément : 4 enfants.'] } },
  {
    template: 'group-joined',
    props: {
      ...{ relais: session.relais, group: 'le groupe du mardi', joined: true },
      changes: [
        { ...live, note: null },
        { ...live, enrollmentId: '7d2a4b1e-8b2b-4b8a-9f2c-2e3b4a5f6e7d', note: 'Vous êtes sur la liste d’attente.' },
      ],
    },
  },
  {
    template: 'group-left',
    props: {
      ...{ relais: session.relais, group: 'le groupe du mardi', left: true },
      changes: [{ session, party, enrollmentId }],
    },
  },
  {
    template: 'group-left',
    props: {
      ...{ relais: session.relais, group: 'le groupe de la formation', left: true },
      changes: [{ session, party, enrollmentId }],
      news: { title: 'Votre dossier de formation est gelé : SST', lines: ['Il attend, sans être perdu.'] },
    },
  },
  { template: 'group-answer', props: { relais: session.relais, group: 'le groupe d’analyse', answer: 'WAITING' } },
  {
    template: 'group-report',
    props: {
      ...{ relais: session.relais, group: 'le groupe du mardi', cohortId: session.sessionId },
      lines: ['Nadia Morel attend une place le mardi 24 novembre.'],
    },
  },
  {
    template: 'training-news',
    props: {
      ...{ relais: session.relais, training: 'Gestes de premiers secours', news: 'Votre dossier est financé' },
      lines: ['Les dates suivront.'],
    },
  },
  {
    template: 'training-line',
    props: {
      ...{ relais: session.relais, lineId: session.sessionId, training: 'Gestes de premiers secours' },
      ...{ news: 'Formation à valider', lines: ['8 personnes, 14 h.'] },
    },
  },
  {
    template: 'message-to-enrolled',
    props: {
      session,
      subject: 'Pensez aux bottes',
      text: 'Il a plu.\n\nLe jardin est boueux :\nprenez des bottes.',
      sender: 'Léa Martin',
    },
  },
  {
    template: 'decision-due',
    props: { session, enrolled: '2 adultes sont inscrites, il en faut 5.', deadline: 'lundi 23 novembre, 18 h' },
  },
  { template: 'animator-covers', props: { session, absent: 'Léa Martin', by: 'Sophie Lefèvre' } },
  { template: 'animator-covered', props: { session, replacement: 'Julie Roy', by: 'Sophie Lefèvre' } },
  {
    template: 'opening-announced',
    props: {
      ...{ relais: session.relais, what: 'Éveil musical', more: 2 },
      sessions: [
        {
          ...{ sessionId: session.sessionId, title: 'Éveil musical' },
          when: session.when,
          place: session.place,
          opening: 'ouvertes maintenant',
        },
      ],
    },
  },
  {
    template: 'session-reminder',
    props: { relais: session.relais, day: session.day, soon: 'demain', sessions: [live] },
  },
  {
    template: 'new-sessions',
    props: {
      ...{ relais: session.relais, more: 3 },
      sessions: [
        {
          ...{ sessionId: session.sessionId, title: 'Éveil musical', when: session.when, place: session.place },
          relais: session.relais.name,
        },
      ],
    },
  },
  {
    template: 'record-changed',
    props: {
      ...{ relais: session.relais, what: 'Attestation de formation : Recyclage SST', path: '/mon-espace/attestations' },
      sentences: ['Votre relais vous a délivré une attestation : « Recyclage SST ». Elle est dans votre espace.'],
    },
  },
  { template: 'expiry-near', props: { relais: session.relais, what: 'Certificat SST', until: '14 mars 2027' } },
  {
    template: 'expiry-digest',
    props: { relais: null, lines: ['Nadia Morel : Certificat SST, jusqu’au 14 mars 2027'], more: 2 },
  },
  {
    template: 'sessions-led',
    props: {
      ...{ relais: session.relais, by: 'Léa Martin', leads: false, reason: null },
      lines: [
        { session, what: 'PROPOSED', before: null, notes: [] },
        {
          ...{ session: { ...session, sessionId: enrollmentId }, what: 'ASKED_AGAIN', notes: ['Thème : « Le jeu ».'] },
          before: { when: 'lundi 23 novembre, 9 h – 10 h', place: 'Salle des Nuages', address: '' },
        },
      ],
      answer: { personId: enrollmentId, round: 1_795_338_000 },
    },
  },
  {
    template: 'proposal-answered',
    props: {
      ...{ relais: session.relais, intervenant: 'Marc Petit', answer: 'DECLINED', word: 'Je suis en congé.' },
      sessions: [session],
    },
  },
  { template: 'session-handed-over', props: { ...live, before: 'Relais du Moulin' } },
  {
    template: 'material-added',
    props: { relais: session.relais, activity: 'Le sommeil du tout-petit', title: 'Diaporama de la soirée' },
  },
  {
    template: 'need-campaign',
    props: {
      relais: session.relais,
      inviteId: enrollmentId,
      words: 'Nous préparons l’année 2027.',
      closes: 'vendredi 18 décembre',
      reminder: false,
    },
  },
  {
    template: 'feedback-asked',
    props: { relais: session.relais, askId: enrollmentId, training: 'Sauveteur secouriste du travail' },
  },
];
