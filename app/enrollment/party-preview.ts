import { ordinal, plural } from '#app/time/french.ts';
import { admit, type Asked, type Meeting, type Person } from './admission.ts';
import { fits, lackFor, seat, type Room } from './capacity.ts';
import { lackInWords, refusalInWords, requestReasonInWords } from './messages.ts';
import { roomInWords, sentence, withChildrenInWords } from './panel-words.ts';
import { partyOf } from './party.ts';
import { holdsPlaces, type LiveState } from './state.ts';

/** What the browser needs to foresee the answer, as it stood when the page was made. */
export type Foresight = {
  meeting: Meeting;
  person: Person;
  zone: string;
  now: Date;
  room: Room;
  /** The rank she would take if she had to wait. */
  rank: number;
  /** Free places are kept for a party that waits before her. */
  heldForAnother: boolean;
  /** What she has already; null: nothing yet. */
  mine: { state: LiveState; children: number } | null;
};

export type Preview = {
  severity: 'info' | 'success' | 'warn';
  title: string;
  text: string;
  /** What the button does. */
  button: string;
  /** The party cannot be booked as it is. */
  blocked: boolean;
  /** She may have to wait: her wish is asked. */
  mayWait: boolean;
};

/** What booking with these children would give now: the server decides again, under lock. */
export function previewParty(foresight: Foresight, asked: Asked): Preview {
  const count = asked.children.length;
  const { meeting, person, now, zone, mine } = foresight;
  const declared = meeting.rules.conditions.map(({ code }) => code);
  const admission = admit(meeting, { ...person, reglementAccepted: true }, { ...asked, declared }, now, mine !== null);
  if (!admission.admitted) {
    const words = refusalInWords(admission.refusal, zone);
    return admission.refusal.code === 'CHILDREN_NEEDED' ? nobodyYet(foresight, words) : unfit(foresight, words);
  }
  if (mine) return previewChange(foresight, mine, count);
  const mustBeAnswered = admission.reasons.length > 0;
  const fitting = fits(foresight.room, partyOf(asked.children)) && !foresight.heldForAnother;
  if (!fitting) return waiting(foresight, count);
  return mustBeAnswered ? request(admission.reasons.map(requestReasonInWords), count) : seated(foresight, count);
}

const with_ = (count: number) => (count === 0 ? '' : ` ${withChildrenInWords(count)}`);

/** The title says why, and what to change. */
function unfit({ mine }: Foresight, title: string): Preview {
  const button = mine ? 'Enregistrer' : 'M’inscrire';
  return { severity: 'warn', title, text: '', button, blocked: true, mayWait: false };
}

/** Before she ticks anyone: where the smallest party would stand. */
function nobodyYet(foresight: Foresight, title: string): Preview {
  const { room, heldForAnother, rank, mine } = foresight;
  const full = !mine && (heldForAnother || !fits(room, { adults: 1, children: 1 }));
  const text = full ? `C’est complet : vous serez ${ordinal(rank, 'f')} sur la liste d’attente.` : '';
  const still = { ...unfit(foresight, title), text, mayWait: full };
  return full ? { ...still, button: 'Rejoindre la liste d’attente' } : { ...still, severity: 'info' };
}

function seated({ room }: Foresight, count: number): Preview {
  const left = roomInWords(seat(room, { adults: 1, children: count }));
  return {
    severity: 'success',
    title: 'Il y a de la place.',
    text: left === '' ? 'Vous serez inscrite tout de suite.' : `Après votre inscription ${left}.`,
    button: `M’inscrire${with_(count)}`,
    blocked: false,
    mayWait: false,
  };
}

function request(reasons: readonly string[], count: number): Preview {
  return {
    severity: 'info',
    title: 'Le relais vous répondra.',
    text: `${reasons.join(' ')} Votre demande garde les places jusqu’à sa réponse.`,
    button: `Demander une place${with_(count)}`,
    blocked: false,
    mayWait: false,
  };
}

function waiting({ room, rank, heldForAnother }: Foresight, count: number): Preview {
  const lacking = lackInWords(lackFor(room, { adults: 1, children: count }), heldForAnother);
  return {
    severity: 'warn',
    title: `Vous serez ${ordinal(rank, 'f')} sur la liste d’attente.`,
    text: sentence(lacking),
    button: `Rejoindre la liste d’attente${with_(count)}`,
    blocked: false,
    mayWait: true,
  };
}

function previewChange(
  { room, heldForAnother }: Foresight,
  mine: NonNullable<Foresight['mine']>,
  count: number,
): Preview {
  const more = count - mine.children;
  const button = `Enregistrer : ${withChildrenInWords(count)}`;
  const fine = { severity: 'info', button, blocked: false, mayWait: false } as const;
  if (more === 0)
    return { ...fine, title: `Vous venez ${withChildrenInWords(count)}.`, text: 'Leur nombre ne change pas.' };
  const title = `${plural(count, 'enfant', 'enfants')} au lieu de ${mine.children}.`;
  if (more < 0) return { ...fine, title, text: 'Les places rendues servent aussitôt à qui attend.' };
  if (mine.state === 'WAITING') {
    return {
      ...fine,
      severity: 'warn',
      title,
      text: 'Avec plus d’enfants, vous repassez à la fin de la liste d’attente.',
    };
  }
  const extra = { adults: 0, children: more };
  if (holdsPlaces(mine.state) && fits(room, extra) && !heldForAnother) {
    return { ...fine, severity: 'success', title, text: 'Il y a de la place.' };
  }
  const lacking = sentence(lackInWords(lackFor(room, extra), heldForAnother));
  return {
    ...fine,
    severity: 'warn',
    title: 'Il n’y a pas assez de place.',
    text: `${lacking} Votre place actuelle est gardée.`,
    blocked: true,
  };
}
