/** What the State or a fund can change (rule 12): the law's values by date, which a collectivité completes or replaces. */
export type DatedKey =
  | 'training.hoursAYear'
  | 'training.allocationAnHour'
  | 'training.firstAidMonths'
  | 'training.firstAidRefresherHours'
  | 'training.renewalMonths'
  | 'training.firstAlertMonths'
  | 'training.lastAlertMonths'
  | 'training.eveningHour'
  | 'agrement.years'
  | 'agrement.yearsRenewed'
  | 'analyse.hoursAYear'
  | 'analyse.minMembers'
  | 'analyse.maxMembers'
  | 'analyse.minPresence';

export type DatedValue = {
  /** The value holds from this day on, `YYYY-MM-DD`. */
  from: string;
  value: number;
};

type Known = { label: string; unit: string; source: string; values: readonly DatedValue[] };

const AS_FAR_AS_KNOWN = '1900-01-01';

/** Each setting, its unit, where it comes from, and the values shipped, oldest first. */
export const DATED_SETTINGS: Readonly<Record<DatedKey, Known>> = {
  'training.hoursAYear': {
    label: 'Formation continue, par an',
    unit: 'heures',
    source: 'plan de développement des compétences de la branche (IPERIA)',
    values: [{ from: AS_FAR_AS_KNOWN, value: 58 }],
  },
  'training.allocationAnHour': {
    label: 'Allocation de formation, par heure hors temps de travail',
    unit: 'euros',
    source: 'branche du particulier employeur',
    values: [{ from: '2025-04-01', value: 5.57 }],
  },
  'training.firstAidMonths': {
    label: 'Validité du certificat de secourisme (SST)',
    unit: 'mois',
    source: 'INRS',
    values: [{ from: AS_FAR_AS_KNOWN, value: 24 }],
  },
  'training.firstAidRefresherHours': {
    label: 'Durée du recyclage du secourisme (SST)',
    unit: 'heures',
    source: 'INRS',
    values: [{ from: AS_FAR_AS_KNOWN, value: 7 }],
  },
  'training.renewalMonths': {
    label: 'Un certificat à renouveler devient un besoin, avant sa fin',
    unit: 'mois',
    source: 'choix de l’installation',
    values: [{ from: AS_FAR_AS_KNOWN, value: 12 }],
  },
  'training.firstAlertMonths': {
    label: 'Premier rappel avant une fin de validité',
    unit: 'mois',
    source: 'choix de l’installation',
    values: [{ from: AS_FAR_AS_KNOWN, value: 3 }],
  },
  'training.lastAlertMonths': {
    label: 'Dernier rappel avant une fin de validité',
    unit: 'mois',
    source: 'choix de l’installation',
    values: [{ from: AS_FAR_AS_KNOWN, value: 1 }],
  },
  'training.eveningHour': {
    label: 'Hors temps de travail, du lundi au vendredi, à partir de',
    unit: 'heures',
    source: 'choix de l’installation',
    values: [{ from: AS_FAR_AS_KNOWN, value: 18 }],
  },
  'agrement.years': {
    label: 'Durée d’un agrément',
    unit: 'ans',
    source: 'Code de l’action sociale et des familles',
    values: [{ from: AS_FAR_AS_KNOWN, value: 5 }],
  },
  'agrement.yearsRenewed': {
    label: 'Durée d’un agrément renouvelé, épreuves EP1 et EP3 réussies',
    unit: 'ans',
    source: 'Code de l’action sociale et des familles',
    values: [{ from: AS_FAR_AS_KNOWN, value: 10 }],
  },
  'analyse.hoursAYear': {
    label: 'Analyse de pratiques, par an et par personne',
    unit: 'heures',
    source: 'règle des crèches (décret 2021-1131), prise comme point de départ',
    values: [{ from: AS_FAR_AS_KNOWN, value: 6 }],
  },
  'analyse.minMembers': {
    label: 'Groupe d’analyse de pratiques, au moins',
    unit: 'personnes',
    source: 'choix de l’installation',
    values: [{ from: AS_FAR_AS_KNOWN, value: 5 }],
  },
  'analyse.maxMembers': {
    label: 'Groupe d’analyse de pratiques, au plus',
    unit: 'personnes',
    source: 'règle des crèches (décret 2021-1131), prise comme point de départ',
    values: [{ from: AS_FAR_AS_KNOWN, value: 15 }],
  },
  'analyse.minPresence': {
    label: 'Présence demandée à une analyse de pratiques',
    unit: '% des dates',
    source: 'choix de l’installation',
    values: [{ from: AS_FAR_AS_KNOWN, value: 75 }],
  },
};

/** A collectivité's own values, by setting, in no order. */
export type OwnValues = Readonly<Partial<Record<DatedKey, readonly DatedValue[]>>>;

/** The value in force on a day: the latest begun, the collectivité's own before the shipped one of the same day; null: none yet. */
export function settingOn(key: DatedKey, date: string, own: OwnValues): number | null {
  return valuesOf(key, own).findLast(({ from }) => from <= date)?.value ?? null;
}

/** Every value of a setting, oldest first; `own`: the collectivité's. */
export function valuesOf(key: DatedKey, own: OwnValues): (DatedValue & { own: boolean })[] {
  const hers = own[key] ?? [];
  const shipped = DATED_SETTINGS[key].values.filter(({ from }) => !hers.some((one) => one.from === from));
  return [...shipped.map((one) => ({ ...one, own: false })), ...hers.map((one) => ({ ...one, own: true }))].sort(
    (one, other) => (one.from < other.from ? -1 : 1),
  );
}

/** Is this the name of a setting? */
export function isDatedKey(text: string): text is DatedKey {
  return Object.hasOwn(DATED_SETTINGS, text);
}
