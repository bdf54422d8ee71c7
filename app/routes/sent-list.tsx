import type { SentMessage } from '#app/people/sent-messages.server.ts';
import { Table } from '#app/ui/table.tsx';

interface SentListProps {
  caption: string;
  messages: readonly SentMessage[];
  more: boolean;
}

/** Messages sent, a line each: when, what, by where, and whether it left. */
export function SentList({ caption, messages, more }: SentListProps) {
  return (
    <div className="grid gap-3">
      <Table caption={caption} columns={['Objet', 'Quand', 'Genre', 'Par', 'État']}>
        {messages.map(({ id, at, kind, subject, channel, state }) => (
          <tr key={id}>
            <th scope="row" className="min-w-48 wrap-anywhere">
              {subject}
            </th>
            <td className="whitespace-nowrap">{at}</td>
            <td>{kind}</td>
            <td>{channel}</td>
            <td>{state === 'Non remis' ? <b>{state}</b> : state}</td>
          </tr>
        ))}
      </Table>
      {more && <p className="hint">Les cinquante derniers messages seulement.</p>}
    </div>
  );
}

/** The same for a phone: a list. */
export function SentCards({ messages, more }: Omit<SentListProps, 'caption'>) {
  return (
    <div className="grid max-w-3xl gap-3">
      <ol className="panel grid gap-4">
        {messages.map(({ id, at, kind, subject, channel, state }, index) => (
          <li key={id} className={index === 0 ? '' : 'border-t border-line pt-4'}>
            <p className="font-bold wrap-anywhere">{subject}</p>
            <p className="text-soft">
              {at}
              {kind !== '' && ` · ${kind}`}
            </p>
            <p className="text-soft">
              {channel} · {state === 'Non remis' ? <b className="text-ink">{state}</b> : state}
            </p>
          </li>
        ))}
      </ol>
      {more && <p className="hint">Les cinquante derniers messages seulement.</p>}
    </div>
  );
}
