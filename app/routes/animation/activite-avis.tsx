import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { feedbackPage, type FeedbackResults } from '#app/training/feedback-page.server.ts';
import { tooFewInWords } from '#app/training/feedback.ts';
import { plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { FeedbackTable, FeedbackWords } from './feedback-results.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Avis : ${page?.found.activity.title ?? 'formation'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await feedbackPage(requireStaff(context, request), requireId(params), context.now());
  if (!found) throw new Response(null, { status: 404 });
  return { found };
}

export default function Avis() {
  const { found } = useLoaderData<typeof loader>();
  const { activity, asked, answered, results, words } = found;
  return (
    <>
      <PageHeader
        above={
          <Link to={`/animation/activites/${activity.id}`} className="inline-flex min-h-11 items-center">
            {activity.title}
          </Link>
        }
        title="Ce qu’elles en ont pensé"
        lead="Un questionnaire anonyme, envoyé une fois à celles qui sont venues. Les réponses n’ont ni nom ni heure."
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-x-10">
        <div className="grid gap-6">
          {results === null ? (
            <Empty sentence={asked === 0 ? 'Personne n’a encore été interrogé.' : tooFewInWords(answered)} />
          ) : (
            <>
              <FeedbackTable results={results} answered={answered} asked={asked} />
              <FeedbackWords words={words} />
            </>
          )}
        </div>
        <div className="grid gap-6">
          <Asking found={found} />
          <Exchange found={found} />
        </div>
      </div>
    </>
  );
}

function Asking({ found: { activity, over, came, toAsk, asked, answered } }: { found: FeedbackResults }) {
  return (
    <section className="panel grid gap-3" aria-labelledby="demande">
      <h2 id="demande" className="text-xl">
        Demande
      </h2>
      {!over && <p>La demande part la nuit qui suit la dernière date.</p>}
      {over && came === 0 && <p>La feuille d’émargement ne dit pas encore qui est venu.</p>}
      {asked > 0 && (
        <p>
          {plural(asked, 'personne interrogée', 'personnes interrogées')}, {plural(answered, 'réponse', 'réponses')}.
        </p>
      )}
      {over && toAsk > 0 && (
        <Form method="post" action={`/animation/activites/${activity.id}/avis/demande`} className="grid gap-2">
          <Button variant="quiet">Demander maintenant</Button>
          <p className="hint">
            À {plural(toAsk, 'personne', 'personnes')}. Sans ce bouton, la demande part cette nuit.
          </p>
        </Form>
      )}
    </section>
  );
}

function Exchange({ found: { activity, over, exchange, came } }: { found: FeedbackResults }) {
  if (!over) return null;
  const at = (deed: string) => `/animation/activites/${activity.id}/${deed}`;
  return (
    <section className="panel grid gap-3" aria-labelledby="retour">
      <h2 id="retour" className="text-xl">
        Retour de formation
      </h2>
      {exchange === null ? (
        <Form method="post" action={at('retour')} className="grid gap-2">
          <p>Une réunion pour en reparler ensemble, quelques semaines après.</p>
          <Button variant="quiet">Proposer un retour de formation</Button>
          <p className="hint">Un brouillon de réunion est créé : il reste à choisir sa date.</p>
        </Form>
      ) : (
        <>
          <p>
            <Link to={`/animation/activites/${exchange.id}`} className="inline-flex min-h-11 items-center">
              {exchange.title}
            </Link>
          </p>
          {exchange.published ? (
            <Form method="post" action={at('retour/invitation')} className="grid gap-2">
              <Button variant="quiet">Inviter celles qui sont venues</Button>
              <p className="hint">Un message, une fois, aux {plural(came, 'personne', 'personnes')} de la formation.</p>
            </Form>
          ) : (
            <p>
              <LinkButton to={`/animation/activites/${exchange.id}/dates`} variant="quiet">
                Choisir sa date
              </LinkButton>
            </p>
          )}
        </>
      )}
    </section>
  );
}
