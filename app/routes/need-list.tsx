import { capital } from '#app/time/french.ts';
import type { MyNeed } from '#app/training/my-needs.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';

interface NeedListProps {
  needs: readonly MyNeed[];
  /** The person staff looks at; absent: her own. */
  of?: string;
}

/** What has been said so far, each to be taken back. */
export function NeedList({ needs, of }: NeedListProps) {
  const base = of === undefined ? '/mon-espace/besoins' : '/animation/besoins';
  if (needs.length === 0) {
    return of === undefined ? (
      <Empty sentence="Vous n’avez encore rien demandé. Deux minutes suffisent : un thème, ce qui vous convient, et c’est tout." />
    ) : (
      <Empty sentence="Elle n’a encore rien demandé. Notez ici ce qu’elle vous dit, au téléphone ou en entretien." />
    );
  }
  return (
    <section className="grid gap-3" aria-labelledby="dits">
      <h2 id="dits">{of === undefined ? 'Ce que vous avez dit' : 'Ce qu’elle a dit'}</h2>
      <ul className="grid gap-3">
        {needs.map((need) => (
          <li key={need.id}>
            <Card title={need.title} text={<NeedText need={need} />}>
              <form method="post" action={`${base}/${need.id}/retrait`} className="mt-2">
                <Button variant="quiet" aria-label={`Retirer le besoin : ${need.title}`}>
                  Retirer
                </Button>
              </form>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NeedText({ need: { words, why, suits, urgency, said, due } }: { need: MyNeed }) {
  return (
    <>
      {due !== null && <p className="font-bold text-warn">À renouveler {due}</p>}
      {words !== '' && <p>{words}</p>}
      {why !== '' && <p>{why}</p>}
      <p>
        {urgency}
        {suits !== '' && ` · ${capital(suits)}`}
      </p>
      <p>{said}</p>
    </>
  );
}
