import type { LinkState } from './link-state.ts';

/** The deed that a mail's link leads to. */
export type LinkDeed = 'accept' | 'decline' | 'withdraw';

/** `done`: this is what she wanted; else the link no longer serves, and the text says what to do. */
export type LinkWords = { done: boolean; title: string; text: string };

/** What the page of a link says once there is nothing left to do on it. */
export function linkWords(deed: LinkDeed, state: Exclude<LinkState, 'open'>): LinkWords {
  switch (state) {
    case 'accepted':
      return deed === 'accept'
        ? { done: true, title: 'Vous êtes inscrite', text: 'C’est noté. Un e-mail vous le confirme, avec l’agenda.' }
        : over(
            'Vous avez déjà accepté cette place',
            'Pour y renoncer, prenez le lien « Me désister » de l’e-mail qui confirme votre inscription.',
          );
    case 'declined':
      return deed === 'decline' || deed === 'withdraw'
        ? { done: true, title: 'Vous avez laissé la place', text: 'C’est noté : elle va à qui attend.' }
        : over(
            'Vous avez laissé cette place',
            'Elle a été proposée à la suivante. Vous pouvez vous inscrire à nouveau.',
          );
    case 'withdrawn':
      return deed === 'accept'
        ? over('Vous vous êtes désistée', 'Pour venir malgré tout, inscrivez-vous à nouveau.')
        : {
            done: true,
            title: 'Vous vous êtes désistée',
            text: 'C’est noté, et un e-mail vous le confirme. Merci d’avoir prévenu.',
          };
    case 'expired':
      return over(
        'Le délai pour répondre est passé',
        'La place a été proposée à la suivante. Vous pouvez vous inscrire à nouveau, ou appeler le relais.',
      );
    case 'replaced':
      return over(
        'Une proposition plus récente vous attend',
        'Ce lien ne sert plus : ouvrez le dernier e-mail reçu pour cette séance.',
      );
    case 'cancelled':
      return over('Cette séance est annulée', 'Il n’y a rien à faire : les personnes inscrites sont prévenues.');
    case 'started':
      return over('Cette séance a déjà commencé', 'Si vous ne pouvez pas venir, appelez le relais.');
    case 'over':
      return over(
        'Ce lien n’est plus valable',
        'Votre inscription a changé depuis cet e-mail. Voyez où vous en êtes dans votre espace, ou appelez le relais.',
      );
  }
}

const over = (title: string, text: string): LinkWords => ({ done: false, title, text });

/** The status of that page: 410 when its link no longer serves. */
export function linkStatus(deed: LinkDeed, state: LinkState): 200 | 410 {
  return state === 'open' || linkWords(deed, state).done ? 200 : 410;
}
