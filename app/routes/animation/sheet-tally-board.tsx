import { imprint, type TallyValue } from '#app/attendance/mark.ts';
import type { SheetTally } from '#app/attendance/sheet.ts';
import type { Sheet } from '#app/attendance/sheets.server.ts';
import { SheetHistory } from './sheet-history.tsx';
import { SheetStepper } from './sheet-stepper.tsx';

interface SheetTallyBoardProps {
  sheet: Sheet;
  tally: SheetTally;
  onChange: (value: TallyValue) => void;
}

/** Free access: how many came, nobody named. */
export function SheetTallyBoard({ sheet, tally, onChange }: SheetTallyBoardProps) {
  const value = tally.value ?? { adults: 0, children: [] };
  const countOf = (fromMonths: number) => value.children.find((one) => one.fromMonths === fromMonths)?.count ?? 0;
  const withBand = (fromMonths: number, untilMonths: number, count: number) => {
    const others = value.children.filter((one) => one.fromMonths !== fromMonths);
    onChange({ ...value, children: [...others, { fromMonths, untilMonths, count }] });
  };
  return (
    <section className="panel grid gap-3" aria-labelledby="accueil">
      <h2 id="accueil">Accès libre</h2>
      <p className="text-soft">Comptez ici les personnes que vous ne nommez pas : elles ne sont pas inscrites.</p>
      <div className="sheet-tally">
        <SheetStepper
          id="adultes"
          large
          label="Adultes"
          noun="adultes"
          value={value.adults}
          disabled={!sheet.mayMark}
          onChange={(adults) => onChange({ ...value, adults })}
        />
        {sheet.bands.map(({ fromMonths, untilMonths, words }) => (
          <SheetStepper
            key={fromMonths}
            id={`bande-tally-${fromMonths}-${untilMonths}`}
            large
            label={`Enfants, ${words}`}
            noun={`enfants, ${words}`}
            value={countOf(fromMonths)}
            disabled={!sheet.mayMark}
            onChange={(count) => withBand(fromMonths, untilMonths, count)}
          />
        ))}
      </div>
      {sheet.mayMark && (
        <input type="hidden" name="avant-tally" value={`${tally.version}:${tally.value ? imprint(tally.value) : ''}`} />
      )}
      <SheetHistory name="accès libre" marked={tally.marked} history={tally.history} onErase={null} erase="" />
    </section>
  );
}
