import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pageCache } from '#app/auth/page-cache.ts';
import { activityPage, type ActivityPage } from '#app/catalog/activity-page.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindLabel } from '#app/catalog/kinds.ts';
import { SessionDate } from '#app/catalog/session-item.tsx';
import { Call } from '#app/enrollment/cohort-call.tsx';
import { cohortCall } from '#app/enrollment/cohort-call.server.ts';
import { capital } from '#app/time/french.ts';
import { contactFact } from '#app/ui/contact-links.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page
    ? [
        { title: `${page.activity.title} · Ribambelle` },
        {
          name: 'description',
          content: `${kindLabel(page.activity.kind)} du ${page.activity.relais.name} : dates, places et règles d’inscription.`,
        },
      ]
    : [];

export async function loader({ params, context: { actor, now } }: LoaderFunctionArgs) {
  const activity = await activityPage(actor, params.id ?? '', now());
  if (!activity) throw new Response(null, { status: 404 });
  const group = activity.call ? await cohortCall(actor, activity.id, now()) : null;
  return data({ activity, group }, pageCache(actor));
}

export default function Activite() {
  const { activity, group } = useLoaderData<typeof loader>();
  const { kind, title, description, call, relais, rules } = activity;
  return (
    <>
      <PageHeader
        above={<KindMark kind={kind} />}
        title={title}
        lead={<Link to={`/relais/${relais.slug}`}>{relais.name}</Link>}
      />
      <div className="grid gap-8 pt-5 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] lg:gap-10">
        <div className="grid content-start gap-8">
          {description !== '' && (
            <div className="prose">
              <Paragraphs text={description} />
            </div>
          )}
          {call ? <Call activityId={activity.id} call={group} relais={relais} /> : <Dates activity={activity} />}
        </div>
        <aside aria-label="À savoir" className="grid content-start gap-6">
          <About activity={activity} />
          <section aria-labelledby="regles" className="panel prose">
            <h2 id="regles" className="mt-0!">
              Comment s’inscrire
            </h2>
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </>
  );
}

function About({ activity: { audience, ages, bring, call, relais } }: { activity: ActivityPage }) {
  const facts = [
    ...(audience === '' ? [] : [{ name: 'Pour', value: audience }]),
    ...(ages === null ? [] : [{ name: 'Enfants', value: capital(ages) }]),
    ...(bring === '' ? [] : [{ name: 'À prévoir', value: bring }]),
    ...(call ? [] : contactFact(relais)),
  ];
  return facts.length === 0 ? null : (
    <div className="panel">
      <Facts facts={facts} />
    </div>
  );
}

function Dates({ activity: { sessions, relais } }: { activity: ActivityPage }) {
  return (
    <section aria-labelledby="dates" className="grid gap-3">
      <h2 id="dates">Les prochaines dates</h2>
      {sessions.length === 0 && (
        <Empty sentence="Aucune date n’est annoncée pour le moment.">
          <Link to={`/activites?relais=${relais.slug}`}>Voir les autres séances du relais</Link>
        </Empty>
      )}
      {sessions.map((card) => (
        <SessionDate key={card.id} card={card} />
      ))}
    </section>
  );
}
