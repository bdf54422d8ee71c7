import type { SheetLine } from '#app/attendance/sheet.ts';
import { valueFor } from '#app/attendance/sheet.ts';
import type { Sheet } from '#app/attendance/sheets.server.ts';
import { Button } from '#app/ui/button.tsx';
import { sheetPath } from './sheet-paths.ts';
import type { SheetDesk } from './use-sheet.ts';

/** Those without a place who may turn up: one tap, and they are walk-ins. */
export function SheetWaiting({ sheet, lines, desk }: { sheet: Sheet; lines: readonly SheetLine[]; desk: SheetDesk }) {
  return (
    <section aria-labelledby="attente" className="grid gap-3">
      <h2 id="attente">Sans place, peut-être là</h2>
      <ul className="grid gap-3">
        {lines.map((line) => (
          <li key={line.key} className="sheet-line sheet-line--waiting">
            <div className="sheet-who">
              <h3 className="sheet-name">{line.name}</h3>
              <p className="text-soft">{line.detail}</p>
            </div>
            {sheet.mayMark && (
              <form
                method="post"
                action={sheetPath(sheet.sessionId, 'venues')}
                onSubmit={(event) => {
                  event.preventDefault();
                  desk.record(line, valueFor(line, { state: 'PRESENT' }));
                }}
              >
                <WalkInIds formId={sheet.formId} personId={line.key.slice(2)} />
                {line.booked.map((_, n) => n).length > 0 &&
                  [...countByBand(line)].map(([band, count]) => (
                    <input key={band} type="hidden" name={`bande-venue-${band}`} value={count} />
                  ))}
                <Button className="sheet-button" aria-label={`Elle est là : ${line.name}`}>
                  Elle est là
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function countByBand({ booked }: SheetLine): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fromMonths, untilMonths } of booked) {
    const band = `${fromMonths}-${untilMonths}`;
    counts.set(band, (counts.get(band) ?? 0) + 1);
  }
  return counts;
}

/** The mark's own id, from the page's and the person's: posted twice, she is added once. */
function WalkInIds({ formId, personId }: { formId: string; personId: string }) {
  const id = `${formId.slice(0, 24)}${personId.slice(24)}`;
  return (
    <>
      <input type="hidden" name="marque" value={id} />
      <input type="hidden" name="ligne" value={id} />
      <input type="hidden" name="personne" value={personId} />
    </>
  );
}
