import { useRef } from 'react';
import type { Draft, DraftActivity } from '#app/catalog/drafts.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';

/** The drafts of an activity, each to tick; what cannot be published is told and left out. */
export function DraftChoice({ activity, several }: { activity: DraftActivity; several: boolean }) {
  const group = useRef<HTMLFieldSetElement>(null);
  const hydrated = useHydrated();
  const tickAll = (ticked: boolean) => {
    for (const box of group.current?.querySelectorAll('input') ?? []) if (!box.disabled) box.checked = ticked;
  };
  return (
    <fieldset className="panel grid gap-3" ref={group}>
      <legend className="sr-only">{activity.title}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <h2>{activity.title}</h2>
        <KindMark kind={activity.kind} />
      </div>
      <p className="text-soft">
        {several && `${activity.relais} · `}
        {plural(activity.dates.length, 'date en brouillon', 'dates en brouillon')}
      </p>
      {hydrated && activity.dates.length > 3 && (
        <div className="flex flex-wrap gap-3">
          <Button type="button" variant="quiet" onClick={() => tickAll(true)}>
            Tout cocher
          </Button>
          <Button type="button" variant="quiet" onClick={() => tickAll(false)}>
            Tout décocher
          </Button>
        </div>
      )}
      <ul className="grid gap-2 xl:grid-cols-2">
        {activity.dates.map((date) => (
          <DraftLine key={date.id} date={date} />
        ))}
      </ul>
    </fieldset>
  );
}

function DraftLine({ date }: { date: Draft }) {
  const notes = date.hindrance === null ? date.remarks : [date.hindrance];
  return (
    <li className="grid">
      <label className="check-card">
        <input
          type="checkbox"
          className="scroll-mb-24"
          name="seance"
          value={date.id}
          defaultChecked={date.hindrance === null}
          disabled={date.hindrance !== null}
        />
        <span>
          {date.when}
          <span className="block text-soft">{date.theme === null ? date.site : `${date.theme} · ${date.site}`}</span>
          {notes.map((note) => (
            <span key={note} className="flex items-center gap-1 font-bold">
              <TriangleAlert size={16} />
              {note}
            </span>
          ))}
        </span>
      </label>
    </li>
  );
}
