import type { ReactNode } from 'react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindTone } from '#app/catalog/kinds.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { FewerChildren } from '#app/enrollment/fewer-children.tsx';
import { partyInWords } from '#app/enrollment/messages.ts';
import type { MyEnrollment, MyEnrollments, MyLive, MyPast } from '#app/enrollment/my-enrollments.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';

/** Offers to answer, each with its deadline and its two answers. */
export function MyOffers({ offers }: { offers: readonly MyLive[] }) {
  return offers.map((offer) => (
    <SessionCard key={offer.id} shown={offer}>
      <p className="mt-2">
        Une place vous est proposée : {partyInWords(offer.children)}. Répondez avant{' '}
        <b>
          <Moment words={offer.deadline ?? ''} />
        </b>
        .
      </p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <form method="post" action={`/mon-espace/offres/${offer.id}/acceptation`} className="grid gap-3">
          <FewerChildren id={`enfants-${offer.id}`} count={offer.children} fewest={offer.fewest} />
          <Button aria-label={`Accepter la place : ${offer.title}`}>Accepter la place</Button>
        </form>
        <form method="post" action={`/mon-espace/offres/${offer.id}/refus`}>
          <Button variant="quiet" aria-label={`Laisser la place : ${offer.title}`}>
            Laisser la place
          </Button>
        </form>
      </div>
    </SessionCard>
  ));
}

/** Her coming sessions, her requests and her ranks; what to do when there are none. */
export function MySessions({ mine: { offers, next, requests, waiting } }: { mine: MyEnrollments }) {
  const none = next.length + requests.length + waiting.length + offers.length === 0;
  return (
    <>
      <Group id="prochaines" title="Mes prochaines séances" list={next}>
        <Empty
          sentence={
            none
              ? 'Vous n’êtes inscrite à aucune séance pour le moment.'
              : 'Aucune inscription confirmée pour le moment.'
          }
        >
          <LinkButton to="/activites">Choisir une séance</LinkButton>
        </Empty>
      </Group>
      <Group id="demandes" title="Mes demandes à confirmer" list={requests} />
      <Group id="attente" title="Mes listes d’attente" list={waiting} />
    </>
  );
}

/** Cards under their title; `children` when there are none. */
function Group({
  id,
  title,
  list,
  children,
}: {
  id: string;
  title: string;
  list: readonly MyLive[];
  children?: ReactNode;
}) {
  if (list.length === 0 && children === undefined) return null;
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {list.length === 0 ? children : list.map((one) => <Mine key={one.id} mine={one} />)}
    </section>
  );
}

function Mine({ mine }: { mine: MyLive }) {
  const { state, sessionId, words, lines, mayChange, mayWithdraw, title } = mine;
  return (
    <SessionCard shown={mine}>
      <p className="mt-2 font-bold">{words}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="mt-3 flex flex-wrap gap-2">
        {mayChange && (
          <LinkButton to={`/seances/${sessionId}/inscription`} variant="quiet">
            Changer<span className="sr-only"> les enfants : {title}</span>
          </LinkButton>
        )}
        {mayWithdraw && (
          <LinkButton to={`/seances/${sessionId}/desistement`} variant="danger">
            {state === 'WAITING' ? 'Quitter la liste' : 'Me désister'}
            <span className="sr-only"> : {title}</span>
          </LinkButton>
        )}
      </div>
    </SessionCard>
  );
}

function SessionCard({ shown, children }: { shown: MyEnrollment; children: ReactNode }) {
  const { sessionId, kind, title, leaf, when, relais, place } = shown;
  return (
    <Card
      to={`/seances/${sessionId}`}
      tone={kindTone(kind)}
      title={title}
      aside={leaf}
      badge={<KindMark kind={kind} />}
      text={
        <>
          <p className="font-bold text-ink">
            <Moment words={when} />
          </p>
          <p>{[relais, place].join(' · ')}</p>
        </>
      }
    >
      {children}
    </Card>
  );
}

/** What is over, folded. */
export function MyHistory({ past }: { past: readonly MyPast[] }) {
  if (past.length === 0) return null;
  return (
    <details className="panel fold">
      <summary>Ce qui est passé</summary>
      <ul className="grid gap-3 pt-2">
        {past.map(({ id, title, when, words, relais }) => (
          <li key={id}>
            <b>{title}</b>
            <p>{when}</p>
            <p className="text-soft">
              {words} · {relais}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
