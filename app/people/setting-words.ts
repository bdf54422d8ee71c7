import type { DatedKey } from './dated-settings.ts';

export type SettingRefusal = { code: 'NOT_ALLOWED' | 'VALUE_WRONG' | 'YEAR_PAST' | 'HOLDS_ALREADY' };

/** What a dated setting refuses: its sentence, and the field it stands beside. */
export function settingMessage({ code }: SettingRefusal): { field: 'valeur' | 'des'; message: string } {
  switch (code) {
    case 'NOT_ALLOWED':
      return { field: 'valeur', message: 'Seule la responsable de tous les relais change ce réglage.' };
    case 'VALUE_WRONG':
      return { field: 'valeur', message: 'Écrivez un nombre, par exemple 58 ou 5,57.' };
    case 'YEAR_PAST':
      return {
        field: 'des',
        message: 'Les années passées gardent leurs valeurs : choisissez un jour de cette année ou d’après.',
      };
    case 'HOLDS_ALREADY':
      return { field: 'des', message: 'Une valeur tient déjà depuis ce jour : choisissez un autre jour.' };
  }
}

/** What each setting does, in one sentence. */
export const SETTING_DOES: Readonly<Record<DatedKey, string>> = {
  'training.hoursAYear': 'Le droit de chaque professionnelle : son compteur dit ce qu’il lui reste dans l’année.',
  'training.allocationAnHour': 'Ce qui lui est versé par heure suivie hors de son temps d’accueil.',
  'training.firstAidMonths': 'Au bout de ce temps, un certificat SST est à renouveler.',
  'training.firstAidRefresherHours':
    'Repère pour vos plans : la durée d’un recyclage. Celle d’un thème se change dans les thèmes.',
  'training.renewalMonths': 'Tant de mois avant sa fin, un certificat devient un besoin de formation.',
  'training.firstAlertMonths': 'Elle et son relais sont prévenus une première fois.',
  'training.lastAlertMonths': 'Elle et son relais sont prévenus une dernière fois.',
  'training.eveningHour':
    'En semaine, une formation suivie à partir de cette heure est hors temps d’accueil ; le week-end aussi.',
  'agrement.years': 'Rappelé quand on note un agrément : sa durée la plus fréquente.',
  'agrement.yearsRenewed': 'Rappelé de même : sa durée après ces épreuves.',
  'analyse.hoursAYear': 'Proposé à un nouveau groupe ; un groupe déjà fait garde ses règles.',
  'analyse.minMembers': 'Proposé à un nouveau groupe ; un groupe déjà fait garde ses règles.',
  'analyse.maxMembers': 'Proposé à un nouveau groupe ; un groupe déjà fait garde ses règles.',
  'analyse.minPresence': 'Proposé à un nouveau groupe ; un groupe déjà fait garde ses règles.',
};

/** "5,57" */
export const amount = (value: number): string => value.toString().replace('.', ',');

/** The number typed, with a comma or a point; NaN when it is none. */
export const typedAmount = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
