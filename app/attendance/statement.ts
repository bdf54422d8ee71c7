import { plural } from '#app/time/french.ts';
import { duration, euros } from '#app/time/money.ts';
import { priceOf, type Price, type PriceTerms } from './assignment-price.ts';
import { MONEY_WORDS, type MoneyState } from './bill-state.ts';
import type { Terms } from './terms.ts';

/** A coming, as an invoice tells it. */
export type StatementLine = {
  assignmentId: string;
  sessionId: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** "mardi 24 novembre, 9 h 30 – 11 h" */
  when: string;
  title: string;
  relais: string;
  state: MoneyState;
  /** Cancelled, and owed all the same. */
  cancelled: boolean;
  /** The invoice's number. */
  reference: string;
  /** Null: nothing is agreed yet. */
  terms: Omit<Terms, 'practical' | 'budgetLineId'> | null;
};

/** All he is owed by a manager over a period. */
export type Statement = { collectivite: string; name: string; lines: StatementLine[] };

/** Null: nothing is agreed. */
export const priceOfLine = ({ terms }: StatementLine): Price | null => terms && priceOf(terms);

/** Did it happen, or is it owed all the same? Else it is still to come, or to be confirmed. */
export const isDue = ({ state }: StatementLine): boolean => state !== 'PLANNED';

/** "1 640,00 € pour 8 interventions": what they come to. */
export function sumWords(lines: readonly StatementLine[]): string {
  return `${euros(totalOf(lines))} pour ${plural(lines.length, 'intervention', 'interventions')}`;
}

/** The sum of what the lines show. */
export function totalOf(lines: readonly StatementLine[]): number {
  return lines.reduce((sum, line) => sum + (priceOfLine(line)?.total ?? 0), 0);
}

/** "2 h à 60,00 €, préparation 30 min" */
export function workWords({ terms }: { terms: PriceTerms | null }): string {
  if (terms === null) return 'conditions à convenir';
  const { minutes, prepMinutes, rateCents, lumpCents } = terms;
  const rate = rateCents === null ? '' : ` à ${euros(rateCents)} de l’heure`;
  return [
    `${duration(minutes)}${rate}`,
    ...(prepMinutes > 0 ? [`préparation ${duration(prepMinutes)}`] : []),
    ...(lumpCents === null ? [] : [`forfait ${euros(lumpCents)}`]),
  ].join(', ');
}

type References = Pick<Terms, 'siret' | 'serviceCode' | 'commitment'>;

/** SIRET, service and commitment, in one line; '' without any. */
export function referencesOf({ terms }: { terms: References | null }): string {
  if (terms === null) return '';
  const { siret, serviceCode, commitment } = terms;
  const named = { SIRET: siret, service: serviceCode, engagement: commitment };
  return Object.entries(named)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** "payée (F-2026-12)" */
export const stateWords = ({ state, reference }: StatementLine): string =>
  reference === '' ? MONEY_WORDS[state] : `${MONEY_WORDS[state]} (${reference})`;

const amount = (cents: number | null | undefined) => (cents === null || cents === undefined ? null : cents / 100);

export const STATEMENT_HEADER = [
  ...['Gestionnaire', 'Relais', 'Intervenant', 'Date', 'Séance', 'Minutes', 'Minutes de préparation'],
  ...['Tarif horaire', 'Montant séance', 'Montant préparation', 'Forfait', 'Déplacement', 'Total'],
  ...['SIRET', 'Code service', 'Numéro d’engagement', 'Conditions d’annulation', 'État', 'Référence'],
] as const;

/** A line a coming, for a spreadsheet. */
export function statementRows(statements: readonly Statement[]): (string | number | null)[][] {
  return statements.flatMap(({ collectivite, name, lines }) =>
    lines.map((line) => {
      const { terms, relais, date, title, state, reference, cancelled } = line;
      const price = priceOfLine(line);
      return [
        ...[collectivite, relais, name, date, cancelled ? `${title} (annulée)` : title],
        ...[terms?.minutes ?? null, terms?.prepMinutes ?? null, amount(terms?.rateCents)],
        ...[amount(price?.session), amount(price?.preparation), amount(price?.lump), amount(price?.travel)],
        ...[amount(price?.total), terms?.siret ?? '', terms?.serviceCode ?? '', terms?.commitment ?? ''],
        ...[terms?.cancellation ?? '', MONEY_WORDS[state], reference],
      ];
    }),
  );
}
