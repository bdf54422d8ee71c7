import { Link } from '@remix-run/react';
import { capital } from '#app/time/french.ts';
import type { MyNeed } from '#app/training/my-needs.server.ts';
import type { NeedStanding } from '#app/training/need-standings.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';

interface NeedListProps {
  needs: readonly MyNeed[];
  /** Where they stand in the plan. */
  standings: readonly NeedStanding[];
  /** The person staff looks at; absent: her own. */
  of?: string;
}

/** What has been said so far, each to be taken back. */
export function NeedList({ needs, standings, of }: NeedListProps) {
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
              <Standing standing={standings.find(({ needId }) => needId === need.id)} linked={of === undefined} />
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

function Standing({ standing, linked }: { standing: NeedStanding | undefined; linked: boolean }) {
  if (!standing) return null;
  const { words, next, activityId } = standing;
  return (
    <div className="mt-2">
      <p className="font-bold">{words}</p>
      {linked && <p>{next}</p>}
      {activityId !== null && (
        <Link to={`/activites/${activityId}`} className="inline-flex min-h-11 items-center">
          Voir les dates
        </Link>
      )}
    </div>
  );
}
