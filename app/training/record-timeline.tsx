import type { ReactNode } from 'react';
import { number, plural } from '#app/time/french.ts';
import { Card } from '#app/ui/card.tsx';
import { Facts } from '#app/ui/facts.tsx';
import type { ExpiryState } from './expiry.ts';
import type { PersonRecord, RecordTraining } from './person-record.server.ts';

interface TimelineProps {
  record: Pick<PersonRecord, 'years' | 'initial'>;
  /** Where the proof of a declared training is read. */
  proofPath: (trainingId: string) => string;
  /** What may be done with a declared training. */
  deeds?: (training: RecordTraining) => ReactNode;
}

/** Years, the latest first: trainings, then presences; initial training apart. */
export function RecordTimeline({ record: { years, initial }, proofPath, deeds }: TimelineProps) {
  const shown = years.filter(({ hours, trainings }) => trainings.length + hours.presences.length + hours.analyse > 0);
  return (
    <>
      {shown.map(({ hours, trainings }) => (
        <section key={hours.year} className="grid gap-3" aria-labelledby={`annee-${hours.year}`}>
          <h2 id={`annee-${hours.year}`}>{hours.year}</h2>
          <p className="text-soft">{hoursSentence(hours)}</p>
          <Trainings {...{ trainings, proofPath, deeds }} />
          <Presences hours={hours} />
        </section>
      ))}
      {initial.length > 0 && (
        <section className="grid gap-3" aria-labelledby="initiale">
          <h2 id="initiale">Formation initiale</h2>
          <p className="text-soft">Celle du département : elle ne compte pas dans les heures de l’année.</p>
          <Trainings {...{ trainings: initial, proofPath, deeds }} />
        </section>
      )}
    </>
  );
}

function hoursSentence({ done, right }: PersonRecord['hours']): string {
  const followed = `${plural(done, 'heure', 'heures')} de formation continue`;
  return right === null ? `${followed}.` : `${followed} sur ${number(right)}.`;
}

function Trainings({ trainings, proofPath, deeds }: Omit<TimelineProps, 'record'> & { trainings: RecordTraining[] }) {
  if (trainings.length === 0) return null;
  return (
    <ul className="grid gap-3">
      {trainings.map((training) => (
        <li key={training.id}>
          <Card title={training.title} tone="formation" text={<TrainingText training={training} />}>
            {training.proof !== null && (
              <p>
                <a href={proofPath(training.id)} className="inline-flex min-h-11 items-center wrap-anywhere">
                  Justificatif : {training.proof}
                </a>
              </p>
            )}
            {training.source === 'DECLARED' && deeds?.(training)}
          </Card>
        </li>
      ))}
    </ul>
  );
}

const TONES: Readonly<Record<ExpiryState, string>> = {
  EXPIRED: 'font-bold text-danger',
  SOON: 'font-bold text-warn',
  HOLDS: '',
};

function TrainingText({ training: { when, hours, by, source, result, validity } }: { training: RecordTraining }) {
  const where =
    source === 'HERE' ? `au ${by.replace(/^Relais/, 'relais')}` : by === '' ? 'déclarée' : `${by}, déclarée`;
  return (
    <>
      <p>
        {when} · {number(hours)} h · {where}
      </p>
      {result !== null && <p>{result}</p>}
      {validity !== null && <p className={TONES[validity.state]}>{validity.words}</p>}
    </>
  );
}

function Presences({ hours: { presences, analyse } }: { hours: PersonRecord['hours'] }) {
  const facts = [
    ...presences.map(({ label, times, hours }) => ({
      name: label,
      value: `${plural(times, 'présence', 'présences')}, ${number(hours)} h`,
    })),
    ...(analyse > 0 ? [{ name: 'Analyse de pratiques', value: `${number(analyse)} h` }] : []),
  ];
  return facts.length === 0 ? null : <Facts facts={facts} />;
}
