/** What became of an intervenant's coming; `PLANNED`: nothing yet, no row. */
export const MONEY_STATES = ['PLANNED', 'DONE', 'TO_INVOICE', 'INVOICED', 'PAID'] as const;
export type MoneyState = (typeof MONEY_STATES)[number];
/** Those that a row tells. */
export type BillStateName = Exclude<MoneyState, 'PLANNED'>;

export const MONEY_WORDS: Record<MoneyState, string> = {
  PLANNED: 'prévue',
  DONE: 'faite',
  TO_INVOICE: 'à facturer',
  INVOICED: 'facturée',
  PAID: 'payée',
};

/** Where each state may go. Back is only by taking the last one back, with a reason. */
export const MOVES: Record<MoneyState, readonly BillStateName[]> = {
  PLANNED: ['DONE'],
  DONE: ['TO_INVOICE', 'INVOICED'],
  TO_INVOICE: ['INVOICED'],
  INVOICED: ['PAID'],
  PAID: [],
};

export type BillFacts = {
  state: MoneyState;
  assignment: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  session: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  endsAt: Date;
};

export type BillRefusal =
  'NOT_ENDED' | 'NOT_HELD' | 'WRONG_ORDER' | 'REFERENCE_NEEDED' | 'NOTHING_TO_UNDO' | 'REASON_NEEDED';

/**
 * May it go there? 'again': it is there already. A coming is done once it has ended, by one who had accepted, at a
 * session that was held; of a cancelled one, what its terms still owe is invoiced straight away.
 */
export function weighMove(
  facts: BillFacts,
  to: BillStateName,
  reference: string,
  now: Date,
): 'move' | 'again' | BillRefusal {
  if (facts.state === to) return 'again';
  if (to === 'INVOICED' && reference.trim() === '') return 'REFERENCE_NEEDED';
  const isOwed = facts.session === 'CANCELLED' && facts.state === 'PLANNED';
  if (isOwed && (to === 'TO_INVOICE' || to === 'INVOICED'))
    return facts.assignment === 'ACCEPTED' ? 'move' : 'NOT_HELD';
  if (!MOVES[facts.state].includes(to)) return 'WRONG_ORDER';
  if (to !== 'DONE') return 'move';
  if (facts.assignment !== 'ACCEPTED' || facts.session !== 'PUBLISHED') return 'NOT_HELD';
  return now < facts.endsAt ? 'NOT_ENDED' : 'move';
}

/** Is this the name of a state that a row tells? */
export function isBillState(value: unknown): value is BillStateName {
  return value !== 'PLANNED' && MONEY_STATES.some((state) => state === value);
}

/** Why it cannot, in one sentence. */
export function billMessage(code: BillRefusal | 'NOT_FOUND' | 'NOTHING_CHOSEN'): string {
  switch (code) {
    case 'NOT_ENDED':
      return 'Cette séance n’est pas finie : elle pourra être confirmée à la fin.';
    case 'NOT_HELD':
      return 'Cette intervention n’a pas eu lieu : elle a été annulée, ou n’avait pas été acceptée.';
    case 'WRONG_ORDER':
      return 'Les états se suivent : faite, à facturer, facturée, payée. Une de ces interventions n’en est pas là.';
    case 'REFERENCE_NEEDED':
      return 'Écrivez le numéro de la facture.';
    case 'NOTHING_TO_UNDO':
      return 'Il n’y a rien à reprendre.';
    case 'REASON_NEEDED':
      return 'Dites pourquoi.';
    case 'NOTHING_CHOSEN':
      return 'Cochez au moins une intervention.';
    case 'NOT_FOUND':
      return 'Cette intervention n’existe pas, ou n’est pas à vous.';
  }
}
