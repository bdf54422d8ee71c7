import { KindMark } from '#app/catalog/kind-mark.tsx';
import type { AnnounceableActivity } from '#app/enrollment/term-announcement.server.ts';
import { capital } from '#app/time/french.ts';
import { Check } from '#app/ui/icons.tsx';

/** An activity to tick, with its dates, its opening and what was announced of it. */
export function AnnounceableChoice({ activity }: { activity: AnnounceableActivity }) {
  const { id, title, kind, dates, opening, before, chosen } = activity;
  return (
    <li className="grid">
      <label className="check-card">
        <input type="checkbox" name="activite" value={id} defaultChecked={chosen} />
        <span className="grid gap-1">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
            {title}
            <KindMark kind={kind} />
          </span>
          <span className="text-soft">{capital(dates)}</span>
          <span>Inscriptions {opening}</span>
          {before.map((one) => (
            <span key={one} className="flex items-center gap-1 text-soft">
              <Check size={16} />
              Annonce {one}
            </span>
          ))}
        </span>
      </label>
    </li>
  );
}
