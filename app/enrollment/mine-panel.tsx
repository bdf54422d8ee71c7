import { LinkButton } from '#app/ui/button.tsx';
import { CalendarPlus } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { PanelMine } from './mine-in-panel.ts';

interface MinePanelProps {
  sessionId: string;
  mine: PanelMine;
  /** The form to change the children stands below: no link to it. */
  editing: boolean;
}

const SEVERITIES = { CONFIRMED: 'success', REQUESTED: 'info', OFFERED: 'warn', WAITING: 'info' } as const;

/** What she has in a session, and what she may do with it. */
export function MinePanel({ sessionId, mine, editing }: MinePanelProps) {
  const { state, title, lines, mayChange, mayWithdraw } = mine;
  return (
    <div className="grid gap-3">
      <Notice severity={SEVERITIES[state]} title={title}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
      {state === 'OFFERED' && (
        <LinkButton to="/mon-espace" wide>
          Répondre à la proposition
        </LinkButton>
      )}
      {(mayChange || mayWithdraw) && (
        <div className="flex flex-wrap gap-3">
          {mayChange && !editing && (
            <LinkButton to={`/seances/${sessionId}/inscription`} variant="quiet">
              Changer les enfants
            </LinkButton>
          )}
          {mayWithdraw && state === 'CONFIRMED' && (
            <LinkButton to={`/seances/${sessionId}/agenda.ics`} variant="quiet" plain>
              <CalendarPlus size={18} />
              Ajouter à mon agenda
            </LinkButton>
          )}
          {mayWithdraw && (
            <LinkButton to={`/seances/${sessionId}/desistement`} variant="danger">
              {state === 'WAITING' ? 'Quitter la liste d’attente' : 'Me désister'}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}
