import type { ReactNode } from 'react';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Moment } from './moment.tsx';
import { closedWords, isAnswered, type ProposalAnswer, type ProposalStanding } from './proposal.ts';
import type { ProposalBatch, ProposedDate } from './proposals.server.ts';

interface ProposalPageProps {
  batch: ProposalBatch;
  /** The deed of this address; the other one is a button beside. */
  deed: ProposalAnswer;
  acceptance: string;
  refusal: string;
  refused?: { message: string; word: string; chosen: readonly string[] } | undefined;
  /** What each date is paid, by assignment, as far as it is said. */
  terms: Readonly<Record<string, string>>;
  /** Where to go once nothing is left to answer. */
  children?: ReactNode;
}

/** Dates asked of an intervenant: he ticks, says a word, accepts or declines. Plain forms: the address may hold a token. */
export function ProposalPage({ batch, deed, acceptance, refusal, refused, terms, children }: ProposalPageProps) {
  const open = batch.dates.filter(({ standing }) => standing === 'open');
  const others = batch.dates.filter(({ standing }) => standing !== 'open');
  const closed = closedWords(others.map(({ standing }) => standing));
  const from = batch.by === null ? batch.relais.name : `${batch.by}, ${batch.relais.name}`;
  return (
    <>
      <PageHeader
        title={open.length === 0 ? closed.title : titleOf(open.length, deed)}
        lead={
          open.length === 0
            ? (closed.lead ?? `Merci. ${batch.relais.name} le sait.`)
            : `Demandé par ${from}, ${batch.collectivite}.`
        }
        chain
      />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        {refused && (
          <Notice severity="error" title="Ce n’est pas possible" role="alert">
            <p>{refused.message}</p>
          </Notice>
        )}
        {open.length > 0 && (
          <form method="post" action={deed === 'ACCEPTED' ? acceptance : refusal} className="grid gap-5">
            <Fieldset
              id="dates"
              legend={open.length === 1 ? 'La date' : 'Les dates'}
              hint={open.length === 1 ? undefined : 'Cochez celles auxquelles vous répondez : le reste attend.'}
            >
              {open.map((date) => (
                <OpenDate
                  key={date.assignmentId}
                  date={date}
                  terms={terms[date.assignmentId] ?? null}
                  chosen={refused === undefined || refused.chosen.includes(date.assignmentId)}
                />
              ))}
            </Fieldset>
            <Field id="mot" label="Un mot pour le relais" optional>
              {(control) => (
                <textarea {...control} name="mot" rows={3} maxLength={500} defaultValue={refused?.word ?? ''} />
              )}
            </Field>
            <div className="grid gap-3 sm:grid-cols-2">
              <Button formAction={acceptance} variant={deed === 'ACCEPTED' ? 'primary' : 'quiet'}>
                J’accepte
              </Button>
              <Button formAction={refusal} variant={deed === 'DECLINED' ? 'danger' : 'quiet'}>
                Je décline
              </Button>
            </div>
          </form>
        )}
        {others.length > 0 && <Answered dates={others} />}
        <div>
          <p>{batch.relais.name}</p>
          <ContactLinks phone={batch.relais.phone} email={batch.relais.email} />
        </div>
        {children}
      </div>
    </>
  );
}

function titleOf(count: number, deed: ProposalAnswer): string {
  if (deed === 'DECLINED') return count === 1 ? 'Décliner cette date ?' : 'Décliner ces dates ?';
  return count === 1 ? 'Une intervention vous est proposée' : `${count} dates vous sont proposées`;
}

function OpenDate({ date, chosen, terms }: { date: ProposedDate; chosen: boolean; terms: string | null }) {
  const { assignmentId, title, when, place, clash } = date;
  return (
    <div className="grid gap-1">
      <CheckboxCard
        name="dates"
        value={assignmentId}
        defaultChecked={chosen}
        label={
          <>
            <b>
              <Moment words={when} />
            </b>
            <br />
            {title}
            <br />
            <span className="text-soft">{place}</span>
            {terms !== null && (
              <>
                <br />
                {terms}
              </>
            )}
          </>
        }
      />
      {clash !== null && (
        <p className="field-error">
          <TriangleAlert size={18} />
          <span>Vous avez au même moment : {clash}.</span>
        </p>
      )}
    </div>
  );
}

const WORDS: Record<Exclude<ProposalStanding, 'open'>, string> = {
  accepted: 'acceptée',
  declined: 'déclinée',
  cancelled: 'annulée par le relais',
  started: 'passée sans réponse',
};

function Answered({ dates }: { dates: readonly ProposedDate[] }) {
  const some = dates.some(({ standing }) => isAnswered(standing));
  return (
    <section className="panel grid gap-3" aria-labelledby="repondues">
      <h2 id="repondues" className="text-xl">
        {some ? 'Vos réponses' : 'Ce qu’elles sont devenues'}
      </h2>
      <ul className="grid gap-2 wrap-anywhere">
        {dates.map(({ assignmentId, title, when, standing, word }) => (
          <li key={assignmentId}>
            <b>
              <Moment words={when} />
            </b>
            , {title} : {standing === 'open' ? '' : WORDS[standing]}
            {word !== null && <span className="text-soft"> (« {word} »)</span>}
          </li>
        ))}
      </ul>
      {some && <p className="text-soft">Pour changer d’avis, appelez le relais.</p>}
    </section>
  );
}

/** Where an intervenant goes on from an answered proposal. */
export function BackToInterventions() {
  return (
    <p>
      <LinkButton to="/intervenant" variant="quiet" plain>
        Mes interventions
      </LinkButton>
    </p>
  );
}
