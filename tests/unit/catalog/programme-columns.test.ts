import { describe, expect, it } from 'vitest';
import { isProgramme, readColumns } from '#app/catalog/programme-columns.ts';

const REAL =
  'relais,commune,kind,title,place,weekday_or_date,start,end,recurrence,adult_places,child_places,audience,intervenant,notes,source';

describe('readColumns', () => {
  it('knows the reference file', () => {
    const columns = readColumns(REAL.split(','));
    expect(Object.keys(columns.at)).toHaveLength(15);
    expect(columns.unknown).toEqual([]);
    expect(isProgramme(columns)).toBe(true);
  });

  it.each([
    ['Relais', 'relais'],
    ['RPE', 'relais'],
    ['Ville', 'commune'],
    ['Type d’activité', 'kind'],
    ['NATURE', 'kind'],
    ['Intitulé', 'title'],
    ['Titre', 'title'],
    ['Thème', 'title'],
    ['Lieu', 'place'],
    ['Lieux', 'place'],
    ['Salle', 'place'],
    ['place', 'place'],
    ['Places', 'places'],
    ['Nombre de places', 'places'],
    ['Jour', 'date'],
    ['Jours', 'date'],
    ['Date(s)', 'date'],
    ['Jour / Date', 'date'],
    ['Date et horaires', 'date'],
    ['Heure de début', 'start'],
    ['Heures de debut', 'start'],
    ['Horaires', 'start'],
    ['Début', 'start'],
    ['Fin', 'end'],
    ['Heure de fin', 'end'],
    ['Récurrence', 'recurrence'],
    ['FRÉQUENCE', 'recurrence'],
    ['Périodicité', 'recurrence'],
    ['Places adultes', 'adults'],
    ['Nb adultes', 'adults'],
    ['Nombre de places enfants', 'children'],
    ['Nb d’enfants', 'children'],
    ['Public concerné', 'audience'],
    ['Intervenant·e', 'intervenant'],
    ['Intervenant(e)s', 'intervenant'],
    ['Intervenante', 'intervenant'],
    ['Remarques', 'notes'],
    ['Notes', 'notes'],
    ['Observations', 'notes'],
    ['Source', 'source'],
  ] as const)('%s → %s', (header, field) => {
    expect(readColumns([header]).at).toEqual({ [field]: 0 });
  });

  it('takes any order, reports what it does not know and what comes twice', () => {
    const columns = readColumns(['\uFEFFFin', 'Budget', 'Titre', 'Début', 'Intitulé', '']);
    expect(columns.at).toEqual({ end: 0, title: 2, start: 3 });
    expect(columns.unknown).toEqual(['Budget']);
    expect(columns.repeated).toEqual(['Intitulé']);
  });

  it('reads "Activité" alone as kind and title', () => {
    expect(readColumns(['Activité', 'Date']).at).toEqual({ kind: 0, title: 0, date: 1 });
  });

  it('does not take a list of professionals for a programme', () => {
    expect(isProgramme(readColumns(['Nom', 'Prénom', 'Commune', 'Téléphone']))).toBe(false);
  });
});
