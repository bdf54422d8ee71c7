import type { PresentChild } from '#app/attendance/mark.ts';
import { childrenShown, countBand, type SheetLine, withCount, withLabel } from '#app/attendance/sheet.ts';
import type { Sheet, SheetBand } from '#app/attendance/sheets.server.ts';
import { bandWords } from '#app/attendance/words.ts';
import { SheetStepper } from './sheet-stepper.tsx';

interface SheetChildrenProps {
  sheet: Sheet;
  line: SheetLine;
  onChange: (children: PresentChild[]) => void;
}

const SCHOOL_AGE_MONTHS = 72;

/** The children really there: her labels to tick, and the others counted by band, as she booked until someone says else. */
export function SheetChildren({ sheet, line, onChange }: SheetChildrenProps) {
  const { key, name, labels } = line;
  const children = childrenShown(line);
  const here = new Set(children.map(({ childId }) => childId));
  return (
    <fieldset className="sheet-children" disabled={!sheet.mayMark}>
      <legend className="sr-only">Enfants de {name}</legend>
      {labels.length > 0 && (
        <div className="sheet-labels">
          {labels.map((label) => (
            <label key={label.childId} className="sheet-tick sheet-tick--child">
              <input
                type="checkbox"
                name={`enfant-${key}`}
                value={`${label.childId}:${label.fromMonths}:${label.untilMonths}`}
                checked={here.has(label.childId)}
                onChange={(event) => onChange(withLabel(children, label, event.currentTarget.checked))}
              />
              {label.label}
            </label>
          ))}
        </div>
      )}
      {bandsShown(sheet.bands, [...line.booked, ...children]).map((band) => (
        <SheetStepper
          key={`${band.fromMonths}-${band.untilMonths}`}
          id={`bande-${key}-${band.fromMonths}-${band.untilMonths}`}
          label={band.words}
          noun={`${band.words}, ${name}`}
          value={countBand(children, band.fromMonths, band.untilMonths)}
          disabled={!sheet.mayMark}
          onChange={(count) => onChange(withCount(children, band, count))}
        />
      ))}
    </fieldset>
  );
}

/** Small children's bands, and whatever other band is counted here. */
export function bandsShown(bands: readonly SheetBand[], used: readonly PresentChild[]): SheetBand[] {
  const counted = used.filter(({ childId }) => childId === null);
  const isUsed = (band: Omit<SheetBand, 'words'>) =>
    counted.some((one) => one.fromMonths === band.fromMonths && one.untilMonths === band.untilMonths);
  const known = bands.filter((band) => band.untilMonths <= SCHOOL_AGE_MONTHS || isUsed(band));
  const others = counted
    .filter((one) => !bands.some((band) => band.fromMonths === one.fromMonths && band.untilMonths === one.untilMonths))
    .map(({ fromMonths, untilMonths }) => ({ fromMonths, untilMonths, words: bandWords({ fromMonths, untilMonths }) }));
  return [...known, ...new Map(others.map((band) => [band.words, band])).values()];
}
