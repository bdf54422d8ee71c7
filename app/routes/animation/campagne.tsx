import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { progressInWords } from '#app/training/campaign.ts';
import { campaignPage, type CampaignPage } from '#app/training/campaigns.server.ts';
import { plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { CampaignCalls } from './campaign-calls.tsx';
import { ProgressBar } from './progress-bar.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Campagne de besoins, ${page?.campaign.relais ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = await campaignPage(requireStaff(context, request), requireId(params), context.now());
  if (!campaign) throw new Response(null, { status: 404 });
  return { campaign };
}

export default function Campagne() {
  const { campaign } = useLoaderData<typeof loader>();
  const { relais, relaisSlug, started, closes, open, words, sending } = campaign;
  return (
    <>
      <PageHeader
        above={
          <Link to="/animation/besoins/campagnes" className="inline-flex min-h-11 items-center">
            Campagnes de besoins
          </Link>
        }
        title={`Campagne, ${relais}`}
        lead={`Lancée le ${started}. ${open ? `On répond jusqu’au ${closes}.` : `Finie le ${closes}.`}`}
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-x-10">
        <div className="grid gap-6">
          {sending && (
            <Notice title="Les messages partent">
              <p>Revenez dans un instant : la liste se complète.</p>
            </Notice>
          )}
          <section className="panel grid gap-3" aria-labelledby="reponses">
            <h2 id="reponses">{progressInWords(campaign.answered, campaign.invited)}</h2>
            <ProgressBar done={campaign.answered} of={campaign.invited} />
            <p className="text-soft">
              Un besoin dit depuis, dans son espace ou au téléphone, compte comme une réponse. « Pas de besoin » aussi.
            </p>
            <p>
              <LinkButton to={`/animation/besoins?relais=${relaisSlug}`} variant="quiet">
                Voir les besoins du relais
              </LinkButton>
            </p>
          </section>
          <CampaignCalls campaign={campaign} />
        </div>
        <div className="grid gap-6">
          <Reminder campaign={campaign} />
          {words !== '' && (
            <section className="panel grid gap-2" aria-labelledby="mots">
              <h2 id="mots" className="text-xl">
                Vos mots
              </h2>
              <Paragraphs text={words} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function Reminder({ campaign: { id, open, silent, reminded, sending } }: { campaign: CampaignPage }) {
  if (reminded === null && (!open || silent === 0 || sending)) return null;
  return (
    <section className="panel grid gap-3" aria-labelledby="relance">
      <h2 id="relance" className="text-xl">
        Relance
      </h2>
      {reminded === null ? (
        <Form method="post" action={`/animation/besoins/campagnes/${id}/relance`} className="grid gap-3">
          <p>{plural(silent, 'personne n’a pas répondu', 'personnes n’ont pas répondu')} et ont un e-mail.</p>
          <Button variant="quiet">Relancer une fois</Button>
          <p className="hint">Une seule relance par campagne.</p>
        </Form>
      ) : (
        <p>Envoyée le {reminded} à celles qui n’avaient pas répondu.</p>
      )}
    </section>
  );
}
