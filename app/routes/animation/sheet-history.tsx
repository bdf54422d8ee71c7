import type { FormerMark } from '#app/attendance/sheet.ts';

interface SheetHistoryProps {
  name: string;
  marked: { by: string; at: string } | null;
  history: readonly FormerMark[];
  /** Takes the mark back; null: there is none, or not by script. */
  onErase: (() => void) | null;
  erase: string;
}

/** Who marked the line, and what it said before. */
export function SheetHistory({ name, marked, history, onErase, erase }: SheetHistoryProps) {
  if (!marked && !onErase) return null;
  return (
    <div className="sheet-history">
      {marked && (
        <p>
          {history.length > 0 ? 'Corrigé' : 'Marqué'} par {marked.by}, {marked.at}
        </p>
      )}
      {history.length > 0 && (
        <details>
          <summary aria-label={`Marques précédentes, ${name}`}>Avant</summary>
          <ul>
            {history.map(({ words, by, at }) => (
              <li key={`${words} ${by} ${at}`}>
                {words} ({by}, {at})
              </li>
            ))}
          </ul>
        </details>
      )}
      {onErase && (
        <button type="button" className="sheet-erase" onClick={onErase} aria-label={`${erase} : ${name}`}>
          {erase}
        </button>
      )}
    </div>
  );
}
