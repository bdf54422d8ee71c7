/** What the form of a series holds, as typed; shown again whatever is wrong. Names of fields are those of the form. */
export type TypedSlot = { de: string; a: string; theme: string; lieu: string; animatrice: string };

/** What was said of one date of the preview. */
export type TypedLine = TypedSlot & { garder: boolean };

export type TypedSeries = {
  rythme: string;
  jours: readonly string[];
  intervalle: string;
  rangs: readonly string[];
  jour: string;
  dates: readonly string[];
  depuis: string;
  du: string;
  jusqua: string;
  au: string;
  feries: boolean;
  vacances: boolean;
  fermetures: boolean;
  creneaux: readonly TypedSlot[];
  /** The hours of the slots as the preview showed them: a date that has them still follows its slot. */
  bases: readonly Pick<TypedSlot, 'de' | 'a'>[];
  /** Keys of the dates that the series skipped in that preview: one left unticked still follows the series. */
  sautees: readonly string[];
  lieu: string;
  animatrices: readonly string[];
  intervenants: readonly string[];
  accord: boolean;
  preparation: string;
  rangement: string;
  adultes: string;
  enfants: string;
  motif: string;
  /** By key, `2027-01-05/0`. */
  lignes: Readonly<Record<string, TypedLine>>;
};

export const MOST_SLOTS = 4;
export const EMPTY_SLOT: TypedSlot = { de: '', a: '', theme: '', lieu: '', animatrice: '' };

/** The form as posted. */
export function typedSeries(form: FormData): TypedSeries {
  const texts = (name: string) => form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []));
  const text = (name: string) => texts(name)[0]?.trim() ?? '';
  const slot = (suffix: string): TypedSlot => ({
    ...{ de: text(`de${suffix}`), a: text(`a${suffix}`), theme: text(`theme${suffix}`) },
    ...{ lieu: text(`lieu${suffix}`), animatrice: text(`animatrice${suffix}`) },
  });
  const kept = new Set(texts('garder'));
  const seen = texts('vue').map((key) => [key, { ...slot(`:${key}`), garder: kept.has(key) }] as const);
  return {
    ...{ rythme: text('rythme'), jours: texts('jours'), intervalle: text('intervalle') },
    ...{ rangs: texts('rangs'), jour: text('jour'), dates: texts('dates').filter((date) => date !== '') },
    ...{ depuis: text('depuis'), du: text('du'), jusqua: text('jusqua'), au: text('au') },
    ...{ feries: form.has('feries'), vacances: form.has('vacances'), fermetures: form.has('fermetures') },
    creneaux: Array.from({ length: MOST_SLOTS }, (_, index) => slot(`-${index}`)),
    bases: Array.from({ length: MOST_SLOTS }, (_, index) => ({
      de: text(`base-de-${index}`),
      a: text(`base-a-${index}`),
    })),
    sautees: texts('sautee'),
    ...{ lieu: text('lieu'), animatrices: texts('animatrices'), intervenants: texts('intervenants') },
    ...{ accord: form.has('accord'), preparation: text('preparation'), rangement: text('rangement') },
    ...{ adultes: text('adultes'), enfants: text('enfants'), motif: text('motif') },
    lignes: Object.fromEntries(seen),
  };
}
