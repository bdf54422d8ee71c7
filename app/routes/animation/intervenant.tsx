import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { intervenantCard, type IntervenantCard } from '#app/attendance/intervenant-card.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { capital, plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { contactFact } from '#app/ui/contact-links.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { BillsForm } from './bills-form.tsx';
import { ComingDates } from './coming-dates.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.card.name ?? 'Intervenant'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const card = await intervenantCard(actor, requireId(params), context.now());
  if (!card) throw new Response(null, { status: 404 });
  return { card };
}

export default function Intervenant() {
  const { card } = useLoaderData<typeof loader>();
  const { name, profession, organisation, coming, past } = card;
  return (
    <>
      <PageHeader
        above={<Link to="/animation/intervenants">Tous les intervenants</Link>}
        title={name}
        lead={[capital(profession), organisation].filter(Boolean).join(', ')}
      />
      <div className="grid gap-8 pt-6">
        {card.mailFails && (
          <Notice severity="warn" title="Son adresse e-mail ne répond plus">
            <p className="wrap-anywhere">
              {card.email} : le dernier envoi a été refusé. Téléphonez, puis corrigez sa fiche.
            </p>
          </Notice>
        )}
        <Head card={card} />
        <section aria-labelledby="a-venir" className="grid gap-3">
          <h2 id="a-venir">À venir : {plural(coming.length, 'date', 'dates')}</h2>
          {coming.length === 0 ? (
            <Empty sentence="Rien n’est prévu dans vos relais. Proposez-lui une date depuis une activité ou une séance." />
          ) : (
            <ComingDates dates={coming} />
          )}
        </section>
        <section aria-labelledby="passees" className="grid gap-3">
          <h2 id="passees">Passées, et leur paiement</h2>
          <BillsForm card={card} dates={past} />
        </section>
      </div>
    </>
  );
}

function Head({ card }: { card: IntervenantCard }) {
  const { personId, email, phone, availability, mayChange } = card;
  const facts = [
    ...contactFact({ phone, email }),
    {
      name: 'Disponibilités',
      value:
        availability.length === 0 ? (
          <span className="text-soft">Rien d’indiqué.</span>
        ) : (
          <ul>
            {availability.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:items-start">
      <section className="panel" aria-label="Contact et disponibilités">
        <Facts facts={facts} />
      </section>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={`/animation/intervenants/${personId}/releve`}>Son relevé</LinkButton>
        {mayChange && (
          <LinkButton to={`/animation/intervenants/${personId}/modification`} variant="quiet">
            Modifier sa fiche
          </LinkButton>
        )}
      </div>
    </div>
  );
}
