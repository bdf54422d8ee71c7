import { IN_PERIOD } from '#app/catalog/quota-period.ts';
import { ageRange, capital, deadline, list, plural } from '#app/time/french.ts';
import type { Refusal, RequestReason } from './admission.ts';
import type { Lack } from './capacity.ts';
import type { SkipReason } from './queue.ts';

/** A refusal in one French sentence; instants are worded in the collectivité's zone. */
export function refusalInWords(refusal: Refusal, zone: string): string {
  switch (refusal.code) {
    case 'SESSION_CANCELLED':
      return 'Cette séance est annulée.';
    case 'STARTED':
      return 'Cette séance a déjà commencé.';
    case 'CLOSED':
      return 'Les inscriptions sont closes. Appelez le relais : il peut rester une place.';
    case 'BY_NAME':
      return 'Pour cette séance, c’est le relais qui inscrit. Appelez-le.';
    case 'FREE_ACCESS':
      return 'Cette séance est en accès libre : venez sans vous inscrire.';
    case 'NO_FILE':
      return 'Seules les professionnelles connues d’un relais peuvent s’inscrire. Appelez votre relais.';
    case 'NOT_ACTIVE':
      return 'Votre activité est notée en pause ou terminée. Appelez votre relais pour la reprendre.';
    case 'NOT_YET_OPEN':
      return `Les inscriptions ouvrent ${deadline(refusal.opensAt, zone)}.`;
    case 'WRONG_KIND':
      return 'Cette séance ne s’adresse pas à votre métier.';
    case 'NOT_FROM_HERE':
      return 'Cette séance est réservée aux professionnelles de ce relais.';
    case 'OTHERS_NOT_YET':
      return `Les inscriptions ouvrent aux autres relais ${deadline(refusal.opensAt, zone)}.`;
    case 'KIND_NOT_YET':
      return `Les inscriptions ouvrent à votre métier ${deadline(refusal.opensAt, zone)}.`;
    case 'GUEST_NOT_YET':
      return `Les inscriptions ouvrent à votre relais ${deadline(refusal.opensAt, zone)}.`;
    case 'REGLEMENT':
      return 'Lisez et acceptez d’abord le règlement du relais.';
    case 'CHILDREN_NOT_WELCOME':
      return 'Cette séance se vit sans les enfants.';
    case 'CHILDREN_NEEDED':
      return 'Dites avec quels enfants vous venez.';
    case 'TOO_MANY_CHILDREN':
      return `Vous pouvez venir avec ${plural(refusal.most, 'enfant', 'enfants')} au plus.`;
    case 'AGE':
      return `Âge des enfants pour cette séance : ${ageRange(refusal.minMonths, refusal.maxMonths)}.`;
    case 'CONDITION':
      return `Cochez « ${refusal.words} ».`;
    case 'NEVER_FITS':
      return `${capital(ceilingsInWords(refusal.ceilings))} : votre groupe ne pourrait pas y tenir.`;
    case 'QUOTA':
      return `Vous avez déjà ${counted(refusal)} ${IN_PERIOD[refusal.per]} : c’est le plus possible.`;
    case 'OVERLAP':
      return `Vous êtes déjà inscrite au même moment : « ${refusal.title} ».`;
  }
}

const counted = ({ most, counting }: { most: number; counting: 'BOOKINGS' | 'PRESENCES' }): string =>
  counting === 'PRESENCES' ? plural(most, 'présence', 'présences') : plural(most, 'inscription', 'inscriptions');

function ceilingsInWords(ceilings: { adults: number | null; children: number | null; persons: number | null }): string {
  const parts = [
    ceilings.adults === null ? null : plural(ceilings.adults, 'adulte', 'adultes'),
    ceilings.children === null ? null : plural(ceilings.children, 'enfant', 'enfants'),
    ceilings.persons === null ? null : `${plural(ceilings.persons, 'personne', 'personnes')} en tout`,
  ].filter((part) => part !== null);
  return `la séance reçoit au plus ${list(parts)}`;
}

/** Why someone at the relais must answer. */
export function requestReasonInWords(reason: RequestReason): string {
  switch (reason) {
    case 'ON_REQUEST':
      return 'Le relais confirme chaque inscription à cette séance.';
    case 'NO_AGREMENT':
      return 'Le relais n’a pas d’agrément valable pour vous à cette date.';
    case 'BEYOND_AGREMENT':
      return 'Vous venez avec plus d’enfants accueillis que ne le permet votre agrément.';
    case 'BEYOND_AGREMENT_UNDER_THREE':
      return 'Vous venez avec plus d’enfants de moins de 3 ans que ne le permet votre agrément.';
    case 'BEYOND_ELEVEN':
      return 'Vous venez avec plus de 6 enfants de moins de 11 ans.';
  }
}

/** Why her turn passed: said once, she keeps her rank. */
export function skipInWords(reason: SkipReason): string {
  switch (reason) {
    case 'OVERLAP':
      return 'Une place s’est libérée, mais vous êtes inscrite ailleurs au même moment.';
    case 'QUOTA':
      return 'Une place s’est libérée, mais vous avez atteint le nombre d’inscriptions permis sur la période.';
    case 'NOT_ELIGIBLE':
      return 'Une place s’est libérée, mais cette séance ne correspond plus à votre situation. Appelez votre relais.';
    case 'NEVER_FITS':
      return 'La séance reçoit maintenant moins de monde : votre groupe ne peut plus y tenir. Venez avec moins d’enfants ou quittez la liste.';
  }
}

/** "il manque 1 place adulte et 2 places enfants"; a free place kept for someone ahead says so. */
export function lackInWords(lack: Lack, heldForAnother = false): string {
  const parts = [
    lack.adults > 0 ? plural(lack.adults, 'place adulte', 'places adultes') : null,
    lack.children > 0 ? plural(lack.children, 'place enfant', 'places enfants') : null,
  ].filter((part) => part !== null);
  if (parts.length > 0) return `il manque ${list(parts)}`;
  if (lack.persons > 0) return `il manque ${plural(lack.persons, 'place', 'places')} dans la salle`;
  return heldForAnother
    ? 'des places sont gardées pour un groupe qui attend depuis plus longtemps'
    : 'votre tour arrive';
}

/** "vous", "vous et 1 enfant". */
export function partyInWords(children: number): string {
  return children === 0 ? 'vous' : `vous et ${plural(children, 'enfant', 'enfants')}`;
}
