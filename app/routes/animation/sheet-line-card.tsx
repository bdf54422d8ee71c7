import { imprint, type PartyState, type PartyValue } from '#app/attendance/mark.ts';
import { childrenShown, type SheetLine, valueFor } from '#app/attendance/sheet.ts';
import type { Sheet } from '#app/attendance/sheets.server.ts';
import { Phone } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { SheetChildren } from './sheet-children.tsx';
import { SheetHistory } from './sheet-history.tsx';

interface SheetLineCardProps {
  sheet: Sheet;
  line: SheetLine;
  onMark: (value: PartyValue) => void;
}

const STATES: readonly { state: PartyState; words: string; small: string }[] = [
  { state: 'PRESENT', words: 'Présente', small: '' },
  { state: 'EXCUSED', words: 'Absente', small: 'prévenue' },
  { state: 'ABSENT', words: 'Absente', small: 'non prévenue' },
];

/** One party on the sheet: her name marks her present, three large buttons say the rest. */
export function SheetLineCard({ sheet, line, onMark }: SheetLineCardProps) {
  const { key, name, detail, phone, value, version, group } = line;
  const state = value?.state ?? 'NONE';
  const hydrated = useHydrated();
  const { mayMark } = sheet;
  const withChildren = sheet.withChildren || line.booked.length > 0 || childrenShown(line).length > 0;
  const mark = (change: Partial<PartyValue>) => onMark(valueFor(line, change));
  return (
    <article className="sheet-line" data-state={state} aria-labelledby={`nom-${key}`}>
      <div className="sheet-who">
        <h2 className="sheet-name" id={`nom-${key}`}>
          <label htmlFor={mayMark ? `etat-${key}-PRESENT` : undefined}>{name}</label>
        </h2>
        <p className="sheet-detail">
          {group === 'WALK_IN' && <b className="text-ink">Venue sans inscription.</b>}
          <span>{detail}</span>
          {phone !== null && (
            <a className="sheet-phone" href={`tel:${phone.replace(/\s/g, '')}`} aria-label={`Appeler ${name}`}>
              <Phone size={16} />
              {phone}
            </a>
          )}
        </p>
      </div>
      <fieldset className="sheet-states" disabled={!mayMark}>
        <legend className="sr-only">{name}</legend>
        {STATES.map((one) => (
          <label key={one.state} className="sheet-state" data-state={one.state}>
            <input
              type="radio"
              id={`etat-${key}-${one.state}`}
              name={`etat-${key}`}
              value={one.state}
              checked={state === one.state}
              onChange={() => mark({ state: one.state })}
            />
            <span>
              {one.words} {one.small !== '' && <small>{one.small}</small>}
            </span>
          </label>
        ))}
        {!hydrated && mayMark && (
          <label className="sheet-state sheet-state--none">
            <input type="radio" name={`etat-${key}`} value="NONE" checked={state === 'NONE'} readOnly />
            <span>Non pointée</span>
          </label>
        )}
      </fieldset>
      {(state === 'PRESENT' || state === 'NONE') && (
        <div className="sheet-more">
          {withChildren && <SheetChildren sheet={sheet} line={line} onChange={(children) => mark({ children })} />}
          <Extra line={line} disabled={!mayMark} withChildren={withChildren} onMark={mark} />
        </div>
      )}
      {mayMark && <input type="hidden" name={`avant-${key}`} value={`${version}:${value ? imprint(value) : ''}`} />}
      <SheetHistory
        name={name}
        marked={line.marked}
        history={line.history}
        onErase={hydrated && mayMark && value !== null && state !== 'NONE' ? () => mark({ state: 'NONE' }) : null}
        erase={group === 'WALK_IN' ? 'Retirer de la feuille' : 'Effacer la marque'}
      />
    </article>
  );
}

interface ExtraProps {
  line: SheetLine;
  disabled: boolean;
  withChildren: boolean;
  onMark: (change: Partial<PartyValue>) => void;
}

/** Late, or her children came with their parent. */
function Extra({ line: { key, value }, disabled, withChildren, onMark }: ExtraProps) {
  return (
    <div className="sheet-extra">
      <label className="sheet-tick">
        <input
          type="checkbox"
          name={`retard-${key}`}
          checked={value?.late ?? false}
          disabled={disabled}
          onChange={(event) => onMark({ late: event.currentTarget.checked })}
        />
        En retard
      </label>
      {withChildren && (
        <label className="sheet-tick">
          <input
            type="checkbox"
            name={`parent-${key}`}
            checked={value?.byParent ?? false}
            disabled={disabled}
            onChange={(event) => onMark({ byParent: event.currentTarget.checked })}
          />
          Amenés par leur parent
        </label>
      )}
    </div>
  );
}
