import { useFetcher } from '@remix-run/react';
import { type FormEvent, useRef } from 'react';
import {
  GUEST_KINDS,
  type Guest,
  LONGEST_LABEL,
  OTHER_COMMUNE,
  type PresentChild,
  shortLabel,
} from '#app/attendance/mark.ts';
import { type SheetLine, valueFor } from '#app/attendance/sheet.ts';
import type { Sheet } from '#app/attendance/sheets.server.ts';
import { attendeeWords } from '#app/attendance/words.ts';
import { capital } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import type { action as search } from './recherche.tsx';
import { sheetPath } from './sheet-paths.ts';
import type { SheetDesk } from './use-sheet.ts';

interface SheetWalkInProps {
  sheet: Sheet;
  desk: SheetDesk;
  /** Right after someone was added: the second tap of a double one adds nobody. */
  isAgain: () => boolean;
  onAdded: () => void;
}

/** Someone comes without a place: found by her name, or written without a file. */
export function SheetWalkIn({ sheet, desk, isAgain, onAdded }: SheetWalkInProps) {
  return (
    <section aria-labelledby="venue" className="panel grid gap-5">
      <h2 id="venue">Venue sans inscription</h2>
      {sheet.kind !== 'ANALYSE' && <Search sheet={sheet} desk={desk} isAgain={isAgain} onAdded={onAdded} />}
      <WithoutFile sheet={sheet} desk={desk} isAgain={isAgain} onAdded={onAdded} />
    </section>
  );
}

function Search({ sheet, desk, isAgain, onAdded }: SheetWalkInProps) {
  const fetcher = useFetcher<typeof search>();
  const hydrated = useHydrated();
  const people = fetcher.data?.people ?? [];
  const typed = fetcher.data?.typed ?? '';
  if (desk.link === 'offline') {
    return <p>Sans réseau, notez-la sans fiche ci-dessous : rien ne manquera au compte.</p>;
  }
  return (
    <div className="grid gap-3">
      <fetcher.Form
        method="post"
        action={sheetPath(sheet.sessionId, 'recherche')}
        role="search"
        className="flex flex-wrap items-end gap-3"
        onChange={(event) => {
          const form = event.currentTarget;
          if (typedIn(form).length >= 2) fetcher.submit(form);
        }}
      >
        <div className="flex-1 basis-64">
          <Field id="nom" label="Elle a une fiche" hint="Deux lettres de son nom ou de son prénom.">
            {(control) => <input name="nom" autoComplete="off" {...control} />}
          </Field>
        </div>
        <Button variant="quiet" className="sheet-button">
          Chercher
        </Button>
      </fetcher.Form>
      <div role="status">
        {hydrated && typed !== '' && people.length === 0 && <p>Personne de ce nom : notez-la sans fiche.</p>}
      </div>
      <ul className="grid gap-2">
        {people.map((line) => {
          const known = desk.state.lines.find(({ key }) => key === line.key);
          const onSheet = known && known.group !== 'WAITING';
          return (
            <li key={line.key} className="sheet-found">
              <span className="flex-1">
                <b className="block text-xl">{line.name}</b>
                <span className="text-soft">{onSheet ? 'Déjà sur la feuille' : line.detail}</span>
              </span>
              {!onSheet && (
                <Button
                  type="button"
                  className="sheet-button"
                  aria-label={`Ajouter ${line.name}`}
                  onClick={() => {
                    if (isAgain()) return;
                    desk.record(known ?? line, valueFor(known ?? line, { state: 'PRESENT' }));
                    onAdded();
                  }}
                >
                  Ajouter
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function typedIn(form: HTMLFormElement): string {
  const value = new FormData(form).get('nom');
  return typeof value === 'string' ? value.trim() : '';
}

function WithoutFile({ sheet, desk, isAgain, onAdded }: SheetWalkInProps) {
  const form = useRef<HTMLFormElement>(null);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isAgain()) return;
    const { guest, children } = guestIn(new FormData(event.currentTarget), sheet);
    desk.record(guestLine(guest, crypto.randomUUID()), {
      ...{ state: 'PRESENT', late: false, byParent: false, children },
      guest,
    });
    onAdded();
  };
  return (
    <form ref={form} method="post" action={sheetPath(sheet.sessionId, 'venues')} onSubmit={add} className="grid gap-3">
      <h3>Elle n’a pas de fiche</h3>
      <input type="hidden" name="marque" value={sheet.formId} />
      <input type="hidden" name="ligne" value={sheet.formId} />
      <div className="grid gap-3 md:grid-cols-3">
        <Field id="type" label="C’est">
          {(control) => (
            <select name="type" defaultValue="PARENT" {...control}>
              {GUEST_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {capital(attendeeWords(kind))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="prenom" label="Prénom" optional>
          {(control) => <input name="prenom" maxLength={LONGEST_LABEL} autoComplete="off" {...control} />}
        </Field>
        <Field id="commune" label="Commune" optional>
          {(control) => (
            <select name="commune" defaultValue="" {...control}>
              <option value="">Non demandée</option>
              <option value={OTHER_COMMUNE}>Autre commune</option>
              {sheet.communes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {sheet.withChildren && (
        <div className="grid gap-3 sm:grid-cols-2 md:grid-cols-4">
          {sheet.bands.map(({ fromMonths, untilMonths, words }) => (
            <Field key={fromMonths} id={`bande-venue-${fromMonths}-${untilMonths}`} label={`Enfants, ${words}`}>
              {(control) => (
                <input
                  name={control.id}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={30}
                  defaultValue={0}
                  {...control}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <Button variant="quiet" className="sheet-button">
        Ajouter sans fiche
      </Button>
    </form>
  );
}

function guestIn(form: FormData, { bands }: Sheet): { guest: Guest; children: PresentChild[] } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const kind = GUEST_KINDS.find((one) => one === text('type')) ?? 'OTHER';
  const children = bands.flatMap(({ fromMonths, untilMonths }) => {
    const count = Number.parseInt(text(`bande-venue-${fromMonths}-${untilMonths}`), 10) || 0;
    return Array.from({ length: Math.min(Math.max(0, count), 30) }, () => ({ childId: null, fromMonths, untilMonths }));
  });
  return { guest: { kind, label: shortLabel(text('prenom')), commune: text('commune') || null }, children };
}

function guestLine({ kind, label }: Guest, attendanceId: string): SheetLine {
  return {
    key: `g-${attendanceId}`,
    subject: { type: 'guest', attendanceId },
    group: 'WALK_IN',
    name: label || 'Sans nom',
    detail: capital(attendeeWords(kind)),
    ...{ phone: null, booked: [], labels: [], value: null, version: 0, markedAt: null },
    ...{ conflict: null, marked: null, history: [] },
  };
}
