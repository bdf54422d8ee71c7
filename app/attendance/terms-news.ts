import { euros } from '#app/time/money.ts';
import { priceOf } from './assignment-price.ts';
import { referencesOf, workWords } from './statement.ts';
import type { Terms } from './terms.ts';

/** What the intervenant knows of his terms; the budget is the relais's own. */
export type KnownTerms = Omit<Terms, 'budgetLineId'>;

/** What changes for him in what was agreed, in sentences; none when he would notice nothing. */
export function termsNews(before: KnownTerms | null, after: KnownTerms): string[] {
  const was = before && payOf(before);
  const is = payOf(after);
  const pay = was === is ? [] : [`Rémunération : ${is}.${was === null ? '' : ` C’était : ${was}.`}`];
  return [
    ...pay,
    ...said('En cas d’annulation', before?.cancellation ?? '', after.cancellation),
    ...said('À savoir', before?.practical ?? '', after.practical),
    ...said(
      'Références à porter sur la facture',
      before ? referencesOf({ terms: before }) : '',
      referencesOf({ terms: after }),
    ),
  ];
}

/** "2 h à 60,00 € de l’heure, déplacement 12,00 €, soit 132,00 €" */
export function payOf(terms: KnownTerms): string {
  const { travel, total } = priceOf(terms);
  const words = [workWords({ terms }), ...(travel > 0 ? [`déplacement ${euros(travel)}`] : [])];
  return `${words.join(', ')}, soit ${euros(total)}`;
}

function said(name: string, was: string, is: string): string[] {
  if (was === is) return [];
  return [is === '' ? `${name} : rien n’est plus prévu.` : `${name} : ${is}${/[.!?…]$/.test(is) ? '' : '.'}`];
}
