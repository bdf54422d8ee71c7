import { plural } from '#app/time/french.ts';

/** One line of what was done about a session, as it is kept. */
export type Deed = {
  subject: string;
  what: string;
  /** Whom it is about; null: the session itself. */
  whom: string | null;
  detail: Readonly<Record<string, unknown>>;
};

/** What was done, in words: "a inscrit Marie Petit avec 2 enfants". Follows the name of who did it. */
export function deedInWords(deed: Deed, byHerself: boolean): string {
  const whom = deed.whom ?? 'une participante';
  return deed.subject === 'enrollment' ? aboutEnrollment(deed, whom, byHerself) : aboutSession(deed);
}

function aboutEnrollment({ what, detail }: Deed, whom: string, byHerself: boolean): string {
  const [verb = '', state = ''] = what.split(':');
  const children = childrenOf(detail.children);
  switch (verb) {
    case 'created':
      return created(state, whom, children, byHerself);
    case 'served':
      return served(state, whom);
    case 'ended':
      return ended(state, whom, { byHerself, late: detail.late === true, byPhone: detail.byPhone === true });
    case 'children': {
      const [before, after] = [Number(detail.before), Number(detail.after)];
      return `${byHerself ? 'vient maintenant' : `a noté que ${whom} vient`} avec ${plural(after, 'enfant', 'enfants')} au lieu de ${before}`;
    }
    case 'offer':
      return byHerself ? 'a accepté la place proposée' : `a accepté pour ${whom} la place proposée`;
    case 'request':
      return `a accepté la demande de ${whom}${typeof detail.reason === 'string' ? ` : « ${detail.reason} »` : ''}`;
    case 'called':
      return `a inscrit ${whom}, appelée par téléphone`;
    case 'told':
      return `a prévenu ${whom} par téléphone`;
    default:
      return `a changé l’inscription de ${whom}`;
  }
}

const childrenOf = (count: unknown) =>
  typeof count === 'number' && count > 0 ? ` avec ${plural(count, 'enfant', 'enfants')}` : '';

function created(state: string, whom: string, children: string, byHerself: boolean): string {
  switch (state) {
    case 'CONFIRMED':
      return byHerself ? `s’est inscrite${children}` : `a inscrit ${whom}${children}`;
    case 'REQUESTED':
      return byHerself ? `a demandé une place${children}` : `a demandé une place pour ${whom}${children}`;
    default:
      return byHerself ? `a rejoint la liste d’attente${children}` : `a mis ${whom}${children} sur la liste d’attente`;
  }
}

function served(state: string, whom: string): string {
  switch (state) {
    case 'CONFIRMED':
      return `${whom} a eu une place`;
    case 'REQUESTED':
      return `une place est gardée pour ${whom}, sa demande est à confirmer`;
    default:
      return `une place est proposée à ${whom}`;
  }
}

function ended(state: string, whom: string, how: { byHerself: boolean; late: boolean; byPhone: boolean }): string {
  switch (state) {
    case 'WITHDRAWN': {
      const end = `${how.late ? ', tardivement' : ''}${how.byPhone ? ', prévenue par téléphone' : ''}`;
      return how.byHerself ? `s’est désistée${end}` : `a désisté ${whom}${end}`;
    }
    case 'REFUSED':
      return `a refusé la demande de ${whom}`;
    case 'EXPIRED':
      return `la proposition faite à ${whom} est restée sans réponse`;
    default:
      return `l’inscription de ${whom} a pris fin : séance annulée`;
  }
}

function aboutSession({ what, detail }: Deed): string {
  switch (what) {
    case 'session.planned':
      return 'a créé la séance';
    case 'session.published':
      return 'a publié la séance';
    case 'moved':
      return 'a déplacé la séance';
    case 'cancelled':
      return `a annulé la séance${typeof detail.reason === 'string' ? ` : « ${detail.reason} »` : ''}`;
    case 'ceilings':
      return `a changé les places : ${ceilings(detail.to)}`;
    case 'maintained':
      return 'a décidé que la séance aura lieu';
    case 'message':
      return `a écrit à ${plural(Number(detail.count ?? 0), 'personne', 'personnes')}`;
    case 'proposal.accepted':
      return 'a accepté la date proposée';
    case 'proposal.declined':
      return 'a décliné la date proposée';
    case 'terms.set':
      return 'a noté les conditions d’une intervention';
    case 'bill.done':
      return 'a confirmé que l’intervention a eu lieu';
    case 'bill.to_invoice':
      return 'a noté l’intervention « à facturer »';
    case 'bill.invoiced':
      return 'a noté la facture de l’intervention';
    case 'bill.paid':
      return 'a noté l’intervention payée';
    case 'bill.undone':
      return `a repris l’état d’une intervention${typeof detail.reason === 'string' ? ` : « ${detail.reason} »` : ''}`;
    case 'decision:reminded':
      return 'rappel envoyé : décider si la séance a lieu';
    default:
      return 'a modifié la séance';
  }
}

function ceilings(to: unknown): string {
  const adults: unknown = Reflect.get(Object(to), 'maxAdults');
  const children: unknown = Reflect.get(Object(to), 'maxChildren');
  const said = (most: unknown, words: string) =>
    typeof most === 'number' ? `${most} ${words}` : `${words} sans limite`;
  return `${said(adults, 'adultes')}, ${said(children, 'enfants')}`;
}
