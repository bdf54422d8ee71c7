import { ordinal, plural } from '#app/time/french.ts';
import { admit, type Asked } from './admission.ts';
import { fits, lackFor, seat, type Room } from './capacity.ts';
import { OVERLAPS, refusalForStaff } from './desk-refusals.ts';
import { reasonForStaff } from './desk-words.ts';
import { lackInWords } from './messages.ts';
import { roomInWords, sentence, withChildrenInWords } from './panel-words.ts';
import type { Foresight, Preview } from './party-preview.ts';
import { partyOf } from './party.ts';
import { holdsPlaces } from './state.ts';

export type StaffForesight = {
  foresight: Foresight;
  name: string;
  /** The session where she is at the same time; null: none. */
  overlap: string | null;
  mayAnswer: boolean;
};

/** What enrolling her with these children would give: the server decides again, under lock. */
export type StaffPreview = Preview & {
  /** Beyond her agrément: a reason is asked of whoever may accept. */
  beyond: boolean;
};

/** The answer foreseen, as the team reads it. */
export function previewForStaff(given: StaffForesight, asked: Asked): StaffPreview {
  const { foresight, overlap } = given;
  const { meeting, person, now, zone, mine, room, heldForAnother } = foresight;
  const count = asked.children.length;
  const admission = admit(meeting, person, asked, now, true);
  if (!admission.admitted) {
    const words = refusalForStaff(admission.refusal, zone);
    return admission.refusal.code === 'CHILDREN_NEEDED' ? nobodyYet(given, words) : refused(words, mine !== null);
  }
  if (mine) return change(foresight, mine, count);
  const reasons = admission.reasons.map(reasonForStaff);
  if (!fits(room, partyOf(asked.children)) || heldForAnother) return waiting(foresight, count, reasons);
  if (reasons.length > 0) return beyond(given, count, reasons);
  if (overlap !== null) return refused(refusalForStaff({ code: 'OVERLAP', title: overlap }, zone), false);
  return seated(given, count, room);
}

const AS_IT_IS = { severity: 'info', blocked: false, mayWait: false, beyond: false } as const;
const with_ = (count: number) => (count === 0 ? '' : ` ${withChildrenInWords(count)}`);

function refused(text: string, there: boolean): StaffPreview {
  const button = there ? 'Enregistrer' : 'Inscrire';
  return { ...AS_IT_IS, severity: 'warn', title: 'Cela ne va pas.', text, button, blocked: true };
}

/** Before anyone is ticked: where the smallest party would stand. */
function nobodyYet({ foresight, name }: StaffForesight, title: string): StaffPreview {
  const { room, heldForAnother, rank, mine } = foresight;
  const full = mine === null && (heldForAnother || !fits(room, { adults: 1, children: 1 }));
  const text = full ? `C’est complet : elle sera ${ordinal(rank, 'f')} sur la liste d’attente.` : '';
  const button = mine ? 'Enregistrer' : full ? 'Mettre en attente' : `Inscrire ${name}`;
  return { ...AS_IT_IS, title, text, button, blocked: true, mayWait: full };
}

function seated({ name }: StaffForesight, count: number, room: Room): StaffPreview {
  const left = sentence(roomInWords(seat(room, { adults: 1, children: count })));
  const button = `Inscrire ${name}${with_(count)}`;
  return { ...AS_IT_IS, severity: 'success', title: 'Il y a de la place.', text: left, button };
}

function beyond({ name, mayAnswer, overlap }: StaffForesight, count: number, reasons: readonly string[]): StaffPreview {
  const same = overlap === null ? '' : ` ${OVERLAPS}`;
  const accepting = mayAnswer && overlap === null;
  const text = accepting
    ? `${reasons.join(' ')} Donnez un motif pour l’inscrire quand même ; sans motif, ce sera une demande à confirmer.`
    : `${reasons.join(' ')} Ce sera une demande à confirmer, qui garde les places.${same}`;
  const button = `Inscrire ${name}${with_(count)}`;
  return { ...AS_IT_IS, severity: 'warn', title: 'Une réponse est à donner.', text, button, beyond: accepting };
}

function waiting({ room, rank, heldForAnother }: Foresight, count: number, reasons: readonly string[]): StaffPreview {
  const lacking = sentence(lackInWords(lackFor(room, { adults: 1, children: count }), heldForAnother));
  return {
    ...AS_IT_IS,
    severity: 'warn',
    title: `Elle sera ${ordinal(rank, 'f')} sur la liste d’attente.`,
    text: [lacking, ...reasons].join(' '),
    button: `Mettre en attente${with_(count)}`,
    mayWait: true,
  };
}

function change(foresight: Foresight, mine: NonNullable<Foresight['mine']>, count: number): StaffPreview {
  const more = count - mine.children;
  const fine = { ...AS_IT_IS, button: `Enregistrer : ${withChildrenInWords(count)}` };
  if (more === 0) return { ...fine, title: `Elle vient ${withChildrenInWords(count)}.`, text: '' };
  const title = `${plural(count, 'enfant', 'enfants')} au lieu de ${mine.children}.`;
  if (more < 0) return { ...fine, title, text: 'Les places rendues servent aussitôt à qui attend.' };
  if (mine.state === 'WAITING') {
    return {
      ...fine,
      severity: 'warn',
      title,
      text: 'Avec plus d’enfants, elle repasse à la fin de la liste d’attente.',
    };
  }
  const extra = { adults: 0, children: more };
  if (holdsPlaces(mine.state) && fits(foresight.room, extra) && !foresight.heldForAnother) {
    return { ...fine, severity: 'success', title, text: 'Il y a de la place.' };
  }
  const lacking = sentence(lackInWords(lackFor(foresight.room, extra), foresight.heldForAnother));
  const text = `${lacking} Sa place actuelle est gardée.`;
  return { ...fine, severity: 'warn', title: 'Il n’y a pas assez de place.', text, blocked: true };
}
