import type { PriceTerms } from './assignment-price.ts';

/** What is agreed with an intervenant for a coming, and the references a public buyer asks on an invoice. */
export type Terms = PriceTerms & {
  /** What is owed when a session is cancelled, in words. */
  cancellation: string;
  /** Room, equipment: told to him. */
  practical: string;
  siret: string;
  serviceCode: string;
  commitment: string;
  budgetLineId: string | null;
};

/** As asked: no minutes are those of the session itself. */
export type TermsAsked = Omit<Terms, 'minutes'> & { minutes: number | null };

export type TermsRefusal = 'NOT_FOUND' | 'BILLED' | 'LINE_UNKNOWN';

/** Why terms cannot be set, in one sentence. */
export function termsMessage(code: TermsRefusal): string {
  switch (code) {
    case 'NOT_FOUND':
      return 'Cette intervention n’existe pas, ou n’est pas à vous.';
    case 'BILLED':
      return 'Cette intervention est déjà facturée : ses conditions ne changent plus.';
    case 'LINE_UNKNOWN':
      return 'Choisissez une ligne du budget de ce relais.';
  }
}
