import { capital, plural } from '#app/time/french.ts';
import type { AnswerRequestOutcome } from './answerRequest.server.ts';
import type { Answer } from './answers.ts';
import type { cancelSessions } from './cancelSessions.server.ts';
import type { ChangeCeilingsOutcome } from './changeCeilings.server.ts';
import type { ChangeChildrenOutcome } from './changeChildren.server.ts';
import { OVERLAPS, refusalForStaff } from './desk-refusals.ts';
import { reasonForStaff } from './desk-words.ts';
import type { EnrollForOutcome } from './enrollFor.server.ts';
import type { MaintainSessionOutcome } from './maintainSession.server.ts';
import { lackInWords } from './messages.ts';
import type { MessageEnrolledOutcome } from './messageEnrolled.server.ts';
import { sentence } from './panel-words.ts';
import type { ServeByPhoneOutcome } from './serveByPhone.server.ts';

type Found<Outcome> = Exclude<Outcome, { outcome: 'notFound' }>;

const done = (text: string): Answer => ({ kind: 'done', severity: 'success', text });
const noted = (text: string): Answer => ({ kind: 'done', severity: 'info', text });
const refuse = (message: string, field: string | null = null): Answer => ({ kind: 'refused', field, message });

const CHILDREN = ['CHILDREN_NEEDED', 'CHILDREN_NOT_WELCOME', 'TOO_MANY_CHILDREN', 'AGE', 'NEVER_FITS'];

/** After enrolling someone on her behalf. */
export function enrolledFor(outcome: Found<EnrollForOutcome>, name: string): Answer {
  if (outcome.outcome === 'refused') {
    const { refusal, zone } = outcome;
    return refuse(refusalForStaff(refusal, zone), CHILDREN.includes(refusal.code) ? 'enfants' : null);
  }
  if (outcome.again) return noted(`${name} avait déjà une inscription à cette séance : rien n’a changé.`);
  const sign = outcome.toSign ? ' Le règlement est à lui faire signer.' : '';
  switch (outcome.state) {
    case 'CONFIRMED':
      return done(`${name} est inscrite.${sign}`);
    case 'REQUESTED':
      return noted(`La demande de ${name} est enregistrée : elle garde ses places jusqu’à la réponse.${sign}`);
    case 'OFFERED':
      return noted(`Une place est proposée à ${name}.${sign}`);
    case 'WAITING':
      return noted(`${name} est sur la liste d’attente.${sign}`);
  }
}

/** After changing someone's children. */
export function childrenChanged(outcome: Found<ChangeChildrenOutcome>): Answer {
  switch (outcome.outcome) {
    case 'over':
      return refuse('Cette inscription n’est plus à changer : la séance a commencé ou l’inscription a pris fin.');
    case 'refused':
      return refuse(refusalForStaff(outcome.refusal, outcome.zone), 'enfants');
    case 'noRoom':
      return refuse(
        `${sentence(lackInWords(outcome.lack, outcome.heldForAnother))} Sa place est gardée comme elle était.`,
        'enfants',
      );
    case 'beyond':
      return refuse(
        `${outcome.reasons.map(reasonForStaff).join(' ')} Désistez-la, puis inscrivez-la à nouveau avec un motif.`,
        'enfants',
      );
    case 'changed':
      return outcome.newArrival
        ? noted('C’est noté. Elle repasse à la fin de la liste d’attente.')
        : done('C’est noté : son inscription est à jour.');
  }
}

/** After answering a demande. */
export function requestAnswered(outcome: Found<AnswerRequestOutcome>, name: string): Answer {
  switch (outcome.outcome) {
    case 'notRequested':
      return noted('Cette demande avait déjà sa réponse : rien n’a changé.');
    case 'reasonNeeded':
      return refuse('Au-delà de l’agrément, écrivez pourquoi vous l’acceptez.', 'motif');
    case 'overlap':
      return refuse(OVERLAPS);
    case 'accepted':
      return done(`${name} est inscrite.`);
    case 'refused':
      return done(`La demande de ${name} est refusée.`);
  }
}

/** After someone of the "à appeler" list said yes. */
export function servedByPhone(outcome: Found<ServeByPhoneOutcome>, name: string): Answer {
  switch (outcome.outcome) {
    case 'over':
      return refuse('Elle n’attend plus, ou la séance a commencé.');
    case 'notClosed':
      return refuse('Les inscriptions sont ouvertes : les places vont d’elles-mêmes à la suivante.');
    case 'noRoom':
      return refuse(`${capital(lackInWords(outcome.lack))} : la place vient d’être prise.`);
    case 'overlap':
      return refuse(OVERLAPS);
    case 'reasonNeeded':
      return refuse('Au-delà de l’agrément, écrivez pourquoi vous l’acceptez.', 'motif');
    case 'notYours':
      return refuse('Sa demande est à confirmer : une animatrice y répond.');
    case 'served':
      return outcome.again ? noted(`${name} était déjà inscrite.`) : done(`${name} est inscrite.`);
  }
}

/** After changing the ceilings; `served`: who got a place. */
export function ceilingsChanged(outcome: Found<ChangeCeilingsOutcome>, served: readonly string[]): Answer {
  switch (outcome.outcome) {
    case 'belowTaken':
      return refuse('Plus de places sont déjà prises : désistez d’abord quelqu’un.', 'adultes');
    case 'aboveSite':
      return refuse(`Le lieu reçoit ${plural(outcome.most, 'personne', 'personnes')} en tout.`, 'adultes');
    case 'changed':
      return done(
        served.length === 0 ? 'Les places sont à jour.' : `Les places sont à jour. Servies : ${served.join(', ')}.`,
      );
  }
}

/** After deciding that a session is held. */
export function maintained(outcome: Found<MaintainSessionOutcome>): Answer {
  if (outcome.outcome === 'nothingToDecide') return refuse('Il n’y a rien à décider pour cette séance.');
  return outcome.again ? noted('C’était déjà décidé : rien n’a changé.') : done('La séance est maintenue.');
}

/** After writing to those enrolled. */
export function messageSent(outcome: Found<MessageEnrolledOutcome>): Answer {
  if (outcome.outcome === 'nobody') return refuse('Il n’y a personne à qui écrire.', 'destinataires');
  const call = outcome.toCall === 0 ? '' : ` Il reste ${plural(outcome.toCall, 'personne', 'personnes')} à appeler.`;
  const sent = `Message envoyé à ${plural(outcome.told, 'personne', 'personnes')}.${call}`;
  return outcome.again ? noted(`Ce message était déjà parti. ${sent}`) : done(sent);
}

/** After cancelling one session or several. */
export function cancelled(outcome: Awaited<ReturnType<typeof cancelSessions>>): Answer {
  if (!outcome.ok) {
    return outcome.refusal.code === 'REASON_NEEDED'
      ? refuse('Écrivez pourquoi la séance est annulée.', 'motif')
      : refuse('Aucune séance publiée n’est à annuler.');
  }
  const { told, toCall, cancelled: count } = outcome;
  if (count === 0) return noted('La séance était déjà annulée : rien n’a changé.');
  const what = count === 1 ? 'La séance est annulée.' : `${count} séances sont annulées.`;
  if (told === 0) return done(`${what} Personne n’était inscrit.`);
  const call = toCall === 0 ? '' : `, dont ${toCall} à appeler`;
  return done(`${what} ${plural(told, 'personne concernée', 'personnes concernées')}${call}.`);
}
