import { LinkButton } from '#app/ui/button.tsx';

/** The way to all that was done about a session. */
export function MoreHistory({ sessionId }: { sessionId: string }) {
  return (
    <div>
      <LinkButton to={`/animation/seances/${sessionId}/historique`} variant="quiet">
        Tout l’historique
      </LinkButton>
    </div>
  );
}
