/** What a relais may spend in a year under a heading, and where it stands; in cents. */
export type BudgetShown = {
  id: string;
  relais: string;
  label: string;
  amount: number;
  /** Asked of intervenants who have not answered. */
  proposed: number;
  /** Accepted, to come or done, not yet invoiced. */
  committed: number;
  /** Invoiced or paid. */
  spent: number;
};

/** What is left once all that is asked, agreed and invoiced is counted; negative: over. */
export const remaining = ({
  amount,
  proposed,
  committed,
  spent,
}: Omit<BudgetShown, 'id' | 'relais' | 'label'>): number => amount - proposed - committed - spent;

/** The sum of several lines. */
export function sumOf(lines: readonly BudgetShown[]): Omit<BudgetShown, 'id' | 'relais' | 'label'> {
  const add = (name: 'amount' | 'proposed' | 'committed' | 'spent') => lines.reduce((sum, line) => sum + line[name], 0);
  return { amount: add('amount'), proposed: add('proposed'), committed: add('committed'), spent: add('spent') };
}

export type BudgetRefusal = 'NOT_FOUND' | 'TAKEN' | 'USED' | 'YEAR_WRONG';

/** Why a line cannot be so, in one sentence. */
export function budgetMessage(code: BudgetRefusal): string {
  switch (code) {
    case 'NOT_FOUND':
      return 'Cette ligne n’existe pas, ou n’est pas à vous.';
    case 'TAKEN':
      return 'Ce relais a déjà une ligne de ce nom cette année.';
    case 'USED':
      return 'Des interventions sont payées sur cette ligne : changez-les de ligne d’abord.';
    case 'YEAR_WRONG':
      return 'Écrivez une année, par exemple 2026.';
  }
}

export const BUDGET_HEADER = ['Relais', 'Ligne', 'Budget', 'Proposé', 'Engagé', 'Facturé ou payé', 'Reste'] as const;

/** A row a line, for a spreadsheet. */
export function budgetRows(lines: readonly BudgetShown[]): (string | number)[][] {
  return lines.map((line) => {
    const { relais, label, amount, proposed, committed, spent } = line;
    return [relais, label, ...[amount, proposed, committed, spent, remaining(line)].map((cents) => cents / 100)];
  });
}
