/** Amiens Métropole's 39 communes (public record) under six fictional relais. */

export const COLLECTIVITE = { slug: 'demo', name: 'Amiens Métropole (démonstration)', zone: 'B' } as const;

export type DemoRelais = {
  slug: string;
  name: string;
  description: string;
  address: string;
  phone: string;
  communes: readonly string[];
  /** Share of the professionals, in percent. */
  share: number;
};

export const AMIENS = { name: 'Amiens', insee: '80021', postalCode: '80000' };

export const RELAIS: readonly DemoRelais[] = [
  {
    slug: 'amiens-nord',
    name: 'Relais Amiens Nord',
    description: 'Ateliers le matin, réunions à thème le soir, et une permanence chaque mercredi.',
    address: '4 allée des Marionnettes, 80000 Amiens',
    phone: '03 53 01 10 01',
    communes: ['Amiens'],
    share: 24,
  },
  {
    slug: 'amiens-centre',
    name: 'Relais Amiens Centre',
    description: 'Au cœur de la ville, près de la bibliothèque et de la ludothèque.',
    address: '12 rue des Ricochets, 80000 Amiens',
    phone: '03 53 01 10 02',
    communes: ['Amiens'],
    share: 22,
  },
  {
    slug: 'amiens-sud',
    name: 'Relais Amiens Sud',
    description: 'Un grand jardin pour les temps collectifs de printemps.',
    address: '7 square des Toupies, 80000 Amiens',
    phone: '03 53 01 10 03',
    communes: ['Amiens', 'Dury', 'Saint-Fuscien', 'Sains-en-Amiénois', 'Hébécourt'],
    share: 20,
  },
  {
    slug: 'vallee-de-l-avre',
    name: 'Relais de la Vallée de l’Avre',
    description: 'Longueau, Camon, Rivery, Boves et les communes voisines.',
    address: '3 rue du Moulin à Vent, 80330 Longueau',
    phone: '03 53 01 10 04',
    communes: ['Longueau', 'Camon', 'Rivery', 'Boves', 'Cagny', 'Glisy', 'Blangy-Tronville', 'Thézy-Glimont'],
    share: 15,
  },
  {
    slug: 'vallee-de-la-selle',
    name: 'Relais de la Vallée de la Selle',
    description: 'Saleux, Salouël, Pont-de-Metz et les communes de la vallée.',
    address: '9 chemin des Libellules, 80480 Saleux',
    phone: '03 53 01 10 05',
    communes: [
      ...['Saleux', 'Salouël', 'Pont-de-Metz', 'Vers-sur-Selle', 'Clairy-Saulchoix', 'Creuse', 'Bovelles', 'Ferrières'],
      ...['Guignemicourt', 'Pissy', 'Revelles', 'Saveuse', 'Seux'],
    ],
    share: 11,
  },
  {
    slug: 'itinerant',
    name: 'Relais itinérant des Plateaux',
    description: 'Une équipe qui se déplace dans les salles des communes.',
    address: '1 place du Petit Train, 80260 Poulainville',
    phone: '03 53 01 10 06',
    communes: [
      ...['Poulainville', 'Allonville', 'Bertangles', 'Cardonnette', 'Querrieu', 'Dreuil-lès-Amiens', 'Grattepanche'],
      ...[
        'Vaux-en-Amiénois',
        'Saint-Vaast-en-Chaussée',
        'Estrées-sur-Noye',
        'Remiencourt',
        'Rumigny',
        'Saint-Sauflieu',
      ],
    ],
    share: 8,
  },
];

export type DemoSite = {
  name: string;
  address: string;
  commune: string;
  latitude: number;
  longitude: number;
  access: string;
  maxPersons: number | null;
  exclusive: boolean;
  countsStaff?: boolean;
};

/** Of each relais, in the order of RELAIS: its own room, then a room lent by a partner. Addresses are fictional. */
export const SITES: readonly (readonly [DemoSite, DemoSite])[] = [
  [
    room('Salle des Nuages', '4 allée des Marionnettes', 'Amiens', 49.912, 2.297, 'Portail vert, sonnette « Relais ».'),
    lent('Bibliothèque des Hortillons', '21 rue du Marque-Page', 'Amiens', 49.909, 2.305, 28),
  ],
  [
    room('Salle des Ricochets', '12 rue des Ricochets', 'Amiens', 49.894, 2.299, 'Premier étage, ascenseur.'),
    lent('Ludothèque Pirouette', '30 rue de la Marelle Bleue', 'Amiens', 49.892, 2.302, 24),
  ],
  [
    room('Salle du Jardin', '7 square des Toupies', 'Amiens', 49.876, 2.298, 'Poussettes sous l’auvent.'),
    lent('Résidence Les Glycines', '2 rue du Banc Bleu', 'Dury', 49.847, 2.27, 30),
  ],
  [
    room('Salle de l’Avre', '3 rue du Moulin à Vent', 'Longueau', 49.873, 2.357, 'Parking derrière la salle.'),
    lent('Médiathèque de la Passerelle', '5 quai des Canards', 'Camon', 49.888, 2.345, 26),
  ],
  [
    room('Salle des Libellules', '9 chemin des Libellules', 'Saleux', 49.856, 2.237, 'Entrée par la cour de l’école.'),
    lent('Multi-accueil Trottine', '11 rue des Chaussons', 'Salouël', 49.868, 2.245, 22),
  ],
  [
    room(
      'Salle du Petit Train',
      '1 place du Petit Train',
      'Poulainville',
      49.948,
      2.315,
      'Clé remise par l’équipe à 9 h.',
    ),
    lent('Salle communale des Charmes', '6 rue du Four à Pain', 'Dreuil-lès-Amiens', 49.914, 2.231, 30),
  ],
];

/** For all relais: large meetings and trainings. */
export const SHARED_SITES: readonly DemoSite[] = [
  {
    ...room('Espace des Cerfs-Volants', '40 boulevard du Grand Manège', 'Amiens', 49.899, 2.285, 'Entrée principale.'),
    maxPersons: 120,
    exclusive: false,
    countsStaff: true,
  },
  {
    ...room(
      'Salle de formation',
      '15 rue du Tableau Noir',
      'Amiens',
      49.89,
      2.31,
      'Deuxième étage, badge à l’accueil.',
    ),
    maxPersons: 20,
  },
];

function room(
  name: string,
  address: string,
  commune: string,
  latitude: number,
  longitude: number,
  access: string,
): DemoSite {
  return { name, address, commune, latitude, longitude, access, maxPersons: null, exclusive: true };
}

function lent(
  name: string,
  address: string,
  commune: string,
  latitude: number,
  longitude: number,
  maxPersons: number,
): DemoSite {
  const access = 'Se présenter à l’accueil du lieu.';
  return { name, address, commune, latitude, longitude, access, maxPersons, exclusive: false, countsStaff: true };
}
