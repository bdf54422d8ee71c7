import type { ReactNode } from 'react';
import type { Desk } from '#app/enrollment/desk.server.ts';
import type { DeskLine } from '#app/enrollment/desk-lists.server.ts';
import { withChildrenInWords } from '#app/enrollment/panel-words.ts';
import { Phone } from '#app/ui/icons.tsx';

interface DeskPersonProps {
  line: DeskLine;
  desk: Desk;
  /** Before her name: her place in the queue. */
  rank?: number | null;
  /** Sentences under her name. */
  notes?: readonly string[];
  /** A large telephone: she is to be called. */
  large?: boolean;
  /** Her links. */
  children?: ReactNode;
}

/** One person of a list: who, with whom, how to reach her, what may be done. */
export function DeskPerson({ line, desk, rank = null, notes = [], large = false, children }: DeskPersonProps) {
  const { name, profile, fromRelais, phone } = line;
  // Nearly all are assistantes maternelles: only the others are said.
  const who = [profile === 'Assistante maternelle' ? null : profile, fromRelais]
    .filter((part) => part !== null)
    .join(' · ');
  const party = desk.children === 'NONE' ? null : partyOf(line);
  return (
    <li className="desk-person">
      {rank !== null && <b className="desk-rank">{rank}</b>}
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b>{name}</b>
          <Badges line={line} confidential={desk.confidential} />
        </p>
        {who !== '' && <p className="text-soft">{who}</p>}
        {party !== null && <p>{party}</p>}
        {notes
          .filter((note) => note !== '')
          .map((note) => (
            <p key={note}>{note}</p>
          ))}
      </div>
      <div className="desk-reach">
        {phone === null ? (
          <span className="text-soft">Sans téléphone</span>
        ) : (
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={large ? 'btn btn--quiet' : 'desk-phone'}>
            <Phone size={18} />
            <span className="sr-only">Appeler {name} : </span>
            {phone}
          </a>
        )}
      </div>
      <div className="desk-row-deeds">{children}</div>
    </li>
  );
}

function partyOf({ children, childCount }: DeskLine): string {
  const words = withChildrenInWords(childCount);
  return childCount === 0 ? capitalised(words) : `${capitalised(words)} : ${children}`;
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Badges({ line, confidential }: { line: DeskLine; confidential: boolean }) {
  const { isNew, signed, standing, mailed, heldFor } = line;
  return (
    <>
      {isNew && !confidential && <Badge tone="info">Nouvelle</Badge>}
      {standing && <Badge tone="teal">Groupe</Badge>}
      {signed === false && <Badge tone="warn">Règlement à signer</Badge>}
      {heldFor && <Badge tone="warn">Places gardées pour elle</Badge>}
      {!mailed && <Badge tone="error">Sans e-mail</Badge>}
    </>
  );
}

function Badge({ tone, children }: { tone: string; children: string }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
