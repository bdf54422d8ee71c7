import { useRef, useState } from 'react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { countExpected, countThere, countUnmarked, sameGuests } from '#app/attendance/sheet.ts';
import type { Sheet } from '#app/attendance/sheets.server.ts';
import { overWords } from '#app/attendance/words.ts';
import { list } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Printer } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { SheetConflicts } from './sheet-conflicts.tsx';
import { SheetCounters } from './sheet-counters.tsx';
import { SheetLineCard } from './sheet-line-card.tsx';
import { SheetLink } from './sheet-link.tsx';
import { sheetPath, SHEETS_PATH } from './sheet-paths.ts';
import { SheetTallyBoard } from './sheet-tally-board.tsx';
import { SheetWaiting } from './sheet-waiting.tsx';
import { SheetWalkIn } from './sheet-walk-in.tsx';
import { type SheetDesk, useSheet } from './use-sheet.ts';
import './sheet.css';

/** The sheet of a session: plain form without script, kept on the tablet and sent by itself with it. */
export function SheetPage({ sheet, error }: { sheet: Sheet; error: string | null }) {
  const { sessionId, title, when, place, relais, kind, opensOn, cancelled, mayMark, totals } = sheet;
  return (
    <>
      <PageHeader
        above={
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <KindMark kind={kind} />
            <a href={SHEETS_PATH} className="inline-flex min-h-11 items-center">
              Feuilles du jour
            </a>
          </p>
        }
        title={title}
        lead={`${when}, ${place}, ${relais}`}
      >
        {totals === null && (
          <p className="no-print flex flex-wrap gap-x-5">
            <PrintLink href={sheetPath(sessionId, 'feuille.pdf')}>Feuille à signer</PrintLink>
            <PrintLink href={sheetPath(sessionId, 'appel.pdf')}>Liste d’appel</PrintLink>
          </p>
        )}
      </PageHeader>
      <div className="grid gap-5 pt-4">
        {error !== null && (
          <Notice severity="error" role="alert">
            {error}
          </Notice>
        )}
        {cancelled && <Notice severity="warn" title="Cette séance est annulée" />}
        {opensOn !== null && (
          <Notice title="Pas encore ouverte">
            La feuille s’ouvrira {opensOn}, le jour de la séance. Vous pouvez déjà l’imprimer.
          </Notice>
        )}
        {opensOn === null && !mayMark && (
          <Notice title="En lecture">
            Cette feuille est remplie par l’animatrice de la séance, ou par son intervenant.
          </Notice>
        )}
        {totals !== null ? <Notice title="Groupe confidentiel">{totals}</Notice> : <Filling sheet={sheet} />}
      </div>
    </>
  );
}

function PrintLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center gap-2">
      <Printer size={18} />
      {children} (PDF)
    </a>
  );
}

function Filling({ sheet }: { sheet: Sheet }) {
  const desk = useSheet(sheet);
  const hydrated = useHydrated();
  const { lines, tally } = desk.state;
  const there = countThere(desk.state);
  const shown = lines.filter(({ group }) => group !== 'WAITING');
  const waiting = lines.filter(({ group }) => group === 'WAITING');
  const isBooked = tally === null || shown.some(({ group }) => group === 'EXPECTED');
  return (
    <>
      <Meanwhile sheet={sheet} desk={desk} />
      <SheetCounters
        there={there}
        expected={isBooked ? countExpected(lines) : null}
        unmarked={countUnmarked(lines)}
        withChildren={sheet.withChildren || there.children > 0}
        over={overWords(there, sheet.ceilings)}
      >
        {sheet.mayMark && hydrated && <SheetLink desk={desk} sessionId={sheet.sessionId} />}
      </SheetCounters>
      <SheetConflicts sessionId={sheet.sessionId} state={desk.state} mayMark={sheet.mayMark} onSettled={desk.sync} />
      <SameGuests names={sheet.mayMark ? sameGuests(shown) : []} />
      <form
        method="post"
        className="grid gap-4"
        onSubmit={(event) => event.preventDefault()}
        aria-label="Feuille d’émargement"
      >
        <input type="hidden" name="feuille" value={sheet.formId} />
        {tally && <SheetTallyBoard sheet={sheet} tally={tally} onChange={desk.recordTally} />}
        {shown.length === 0 && tally === null && (
          <Empty sentence="Personne n’est inscrite : ajoutez ci-dessous qui est venue." />
        )}
        <ul className="grid gap-3">
          {shown.map((line) => (
            <li key={line.key}>
              <SheetLineCard sheet={sheet} line={line} onMark={(value) => desk.record(line, value)} />
            </li>
          ))}
        </ul>
        {sheet.mayMark && !hydrated && (
          <div className="sheet-save">
            <Button wide>Enregistrer la feuille</Button>
          </div>
        )}
      </form>
      {waiting.length > 0 && <SheetWaiting sheet={sheet} lines={waiting} desk={desk} />}
      {sheet.mayMark && <WalkIns sheet={sheet} desk={desk} />}
    </>
  );
}

/** Two tablets may each have noted the same walk-in: only a person can tell. */
function SameGuests({ names }: { names: readonly string[] }) {
  return (
    <div role="status" className="empty:hidden">
      {names.length > 0 && (
        <Notice severity="warn" title={`Notée deux fois sans fiche : ${list(names)} ?`}>
          <p>Si c’est la même personne, retirez l’une des deux lignes : elle compterait double.</p>
        </Notice>
      )}
    </div>
  );
}

/** What the office changed since this page was kept: marks made all the same are recorded. */
function Meanwhile({ sheet, desk: { state, waiting } }: { sheet: Sheet; desk: SheetDesk }) {
  const kept = waiting > 0 ? 'Vos marques partiront.' : 'Vos marques sont enregistrées.';
  const isMoved = state.when !== '' && state.when !== sheet.when;
  return (
    <div role="status">
      {state.cancelled && !sheet.cancelled && (
        <Notice severity="warn" title="Cette séance a été annulée entre-temps">
          {kept} Si elle a eu lieu, prévenez votre responsable ; sinon, effacez-les ligne par ligne.
        </Notice>
      )}
      {isMoved && (
        <Notice severity="warn" title="L’horaire a changé entre-temps">
          {state.when}. {kept}
        </Notice>
      )}
    </div>
  );
}

const DOUBLE_TAP_MS = 700;

/** Emptied once someone is added, so that the next is typed at once. */
function WalkIns({ sheet, desk }: { sheet: Sheet; desk: SheetDesk }) {
  const [added, setAdded] = useState(0);
  const last = useRef(0);
  const onAdded = () => {
    last.current = performance.now();
    setAdded((n) => n + 1);
  };
  const isAgain = () => last.current > 0 && performance.now() - last.current < DOUBLE_TAP_MS;
  return <SheetWalkIn key={added} sheet={sheet} desk={desk} isAgain={isAgain} onAdded={onAdded} />;
}
