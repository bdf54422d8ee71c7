import { capital } from '#app/time/french.ts';
import type { MyNeed } from '#app/training/my-needs.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';

/** What she has said so far, each to be taken back. */
export function NeedList({ needs }: { needs: readonly MyNeed[] }) {
  if (needs.length === 0) {
    return (
      <Empty sentence="Vous n’avez encore rien demandé. Deux minutes suffisent : un thème, ce qui vous convient, et c’est tout." />
    );
  }
  return (
    <section className="grid gap-3" aria-labelledby="dits">
      <h2 id="dits">Ce que vous avez dit</h2>
      <ul className="grid gap-3">
        {needs.map((need) => (
          <li key={need.id}>
            <Card title={need.title} text={<NeedText need={need} />}>
              <form method="post" action={`/mon-espace/besoins/${need.id}/retrait`} className="mt-2">
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
