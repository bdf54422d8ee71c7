import { describe, expect, it } from 'vitest';
import { KIND_DEFAULTS } from '#app/catalog/booking-rules.ts';
import { previewParty, type Foresight } from '#app/enrollment/party-preview.ts';

const now = new Date('2026-11-20T10:00:00Z');
const child = { childId: null, own: false, ageMonths: null, fromMonths: 18, untilMonths: 36 };
const asked = (count: number) => ({ children: Array.from({ length: count }, () => child), declared: [] });

function foresight(changes: Partial<Foresight> = {}): Foresight {
  return {
    meeting: {
      state: 'PUBLISHED',
      startsAt: new Date('2026-11-24T08:30:00Z'),
      opensAt: null,
      closesAt: new Date('2026-11-23T17:00:00Z'),
      othersFrom: null,
      ageMinMonths: 3,
      ageMaxMonths: 48,
      ceilings: { adults: 12, children: 20, persons: null },
      rules: KIND_DEFAULTS.ATELIER,
    },
    person: {
      kind: 'ASSISTANTE_MATERNELLE',
      active: true,
      tie: 'HOME',
      agrement: { children: 4, underThree: 4 },
      reglementAccepted: true,
    },
    zone: 'Europe/Paris',
    now,
    room: { adults: 2, children: 5, persons: null },
    rank: 1,
    heldForAnother: false,
    mine: null,
    ...changes,
  };
}

describe('a new booking', () => {
  it('says that there is room, and what will be left', () => {
    expect(previewParty(foresight(), asked(2))).toMatchObject({
      severity: 'success',
      title: 'Il y a de la place.',
      text: 'Après votre inscription il restera 1 place adulte et 3 places enfants.',
      button: 'M’inscrire avec 2 enfants',
      blocked: false,
      mayWait: false,
    });
  });

  it('says the rank and what lacks when it must wait', () => {
    const room = { adults: 2, children: 1, persons: null };
    expect(previewParty(foresight({ room, rank: 3 }), asked(2))).toMatchObject({
      title: 'Vous serez 3e sur la liste d’attente.',
      text: 'Il manque 1 place enfant.',
      button: 'Rejoindre la liste d’attente avec 2 enfants',
      mayWait: true,
    });
  });

  it('waits where free places are kept for someone', () => {
    expect(previewParty(foresight({ heldForAnother: true, rank: 2 }), asked(1))).toMatchObject({
      title: 'Vous serez 2e sur la liste d’attente.',
      text: 'Des places sont gardées pour un groupe qui attend depuis plus longtemps.',
    });
  });

  it('says that the relais answers, beyond the agrément', () => {
    const beyond = { ...foresight().person, agrement: { children: 1, underThree: 1 } };
    const preview = previewParty(foresight({ person: beyond }), asked(2));
    expect(preview).toMatchObject({ title: 'Le relais vous répondra.', button: 'Demander une place avec 2 enfants' });
    expect(preview.text).toContain('agrément');
  });

  it('holds the button back with too many children, or none where one is needed', () => {
    const most = 'Vous pouvez venir avec 4 enfants au plus.';
    expect(previewParty(foresight(), asked(5))).toMatchObject({ title: most, text: '', blocked: true });
    const title = 'Dites avec quels enfants vous venez.';
    expect(previewParty(foresight(), asked(0))).toMatchObject({ title, text: '', blocked: true });
  });

  it('says the rank before anyone is ticked, when it is full', () => {
    const room = { adults: 0, children: 4, persons: null };
    expect(previewParty(foresight({ room, rank: 4 }), asked(0))).toMatchObject({
      severity: 'warn',
      text: 'C’est complet : vous serez 4e sur la liste d’attente.',
      button: 'Rejoindre la liste d’attente',
      mayWait: true,
    });
  });

  it('counts nothing where nothing is limited', () => {
    const room = { adults: null, children: null, persons: null };
    expect(previewParty(foresight({ room }), asked(1)).text).toBe('Vous serez inscrite tout de suite.');
  });
});

describe('a change of children', () => {
  const mine = { state: 'CONFIRMED', children: 2 } as const;

  it.each([
    [1, '1 enfant au lieu de 2.', false],
    [2, 'Vous venez avec 2 enfants.', false],
    [4, '4 enfants au lieu de 2.', false],
  ])('to %i children', (count, title, blocked) => {
    expect(previewParty(foresight({ mine }), asked(count))).toMatchObject({ title, blocked });
  });

  it('that does not fit keeps the place', () => {
    const room = { adults: 0, children: 1, persons: null };
    expect(previewParty(foresight({ mine, room }), asked(4))).toMatchObject({
      text: 'Il manque 1 place enfant. Votre place actuelle est gardée.',
      blocked: true,
    });
  });

  it('costs her rank while she waits, only when it asks for more', () => {
    const waiting = { state: 'WAITING', children: 2 } as const;
    expect(previewParty(foresight({ mine: waiting }), asked(3)).text).toContain('à la fin de la liste');
    expect(previewParty(foresight({ mine: waiting }), asked(1)).text).not.toContain('à la fin de la liste');
  });
});
