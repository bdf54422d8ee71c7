import type { FollowedTraining, MyRecord } from '#app/training/my-record.server.ts';
import { number } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';

/** The hours of the year, then each training with its validity. */
export function TrainingRecord({ record: { hours, trainings } }: { record: MyRecord }) {
  return (
    <section className="grid gap-4" aria-labelledby="heures">
      <h2 id="heures">Mes heures de {hours.year}</h2>
      <p className="flex flex-wrap gap-x-6">
        <FigureNumber value={number(hours.done)} label={hours.done >= 2 ? 'heures suivies' : 'heure suivie'} />
        {hours.left !== null && (
          <FigureNumber value={number(hours.left)} label={`heures qui restent sur ${number(hours.right ?? 0)}`} />
        )}
      </p>
      {trainings.length === 0 ? (
        <Empty sentence="Aucune formation pour le moment. Ajoutez celles que vous avez suivies : votre relais vous préviendra avant une fin de validité." />
      ) : (
        <ul className="grid gap-3">
          {trainings.map((training) => (
            <li key={training.id}>
              <Training training={training} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Training({ training }: { training: FollowedTraining }) {
  const { id, title, organisation, on, hours, initial } = training;
  return (
    <Card
      title={title}
      text={
        <>
          <p>
            {on} · {number(hours)} h{initial && ' · formation initiale'}
            {organisation !== '' && ` · ${organisation}`}
          </p>
          <Validity training={training} />
        </>
      }
    >
      <form method="post" action={`/mon-espace/parcours/${id}/retrait`} className="mt-2">
        <Button variant="quiet" aria-label={`Retirer la formation : ${title}`}>
          Retirer
        </Button>
      </form>
    </Card>
  );
}

const SOON_DAYS = 180;

function Validity({ training: { validity, daysLeft } }: { training: FollowedTraining }) {
  if (validity === null || daysLeft === null) return null;
  if (daysLeft < 0) return <p className="font-bold text-danger">Expiré : valable {validity}</p>;
  if (daysLeft <= SOON_DAYS) return <p className="font-bold text-warn">À renouveler : valable {validity}</p>;
  return <p>Valable {validity}</p>;
}
