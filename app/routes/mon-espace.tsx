import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { devicesOf } from '#app/auth/sessions.server.ts';
import { myMaterials } from '#app/enrollment/my-materials.server.ts';
import { myEnrollments } from '#app/enrollment/my-enrollments.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { myChildren } from '#app/people/my-children.server.ts';
import { myIdentity } from '#app/people/my-identity.server.ts';
import { reglementToAccept } from '#app/people/reglements.server.ts';
import { myRecord } from '#app/training/my-record.server.ts';
import { myFeedbacks } from '#app/training/feedback-asks.server.ts';
import { RenewalList } from '#app/training/renewal-list.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { MyAccount } from './my-account.tsx';
import { MyFeedbacks } from './my-feedbacks.tsx';
import { MyMaterials } from './my-materials.tsx';
import { MyHistory, MyOffers, MySessions } from './my-sessions.tsx';

export const meta: MetaFunction = () => [{ title: 'Mon espace · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const now = context.now();
  const identity = await myIdentity(actor, now);
  if (!identity) throw new Response(null, { status: 404 });
  const [home] = identity.relais;
  const [mine, children, devices, reglement, learning] = await Promise.all([
    myEnrollments(actor, now),
    myChildren(actor, now),
    devicesOf(actor, context.authSessionId, now),
    home ? reglementToAccept(actor, home.id, now) : null,
    myLearning(actor, now),
  ]);
  return { identity, mine, children, devices, reglement, ...learning, books: actor.professionalId !== null };
}

async function myLearning(actor: PersonActor, now: Date) {
  const [record, materials, feedbacks] = await Promise.all([
    myRecord(actor, now),
    myMaterials(actor, now),
    myFeedbacks(actor),
  ]);
  return { record, materials, feedbacks };
}

export default function MonEspace() {
  const { identity, mine, children, devices, record, reglement, materials, feedbacks, books } =
    useLoaderData<typeof loader>();
  const renewals = record?.renewals ?? [];
  const todo = mine.offers.length > 0 || reglement !== null || renewals.length > 0 || feedbacks.length > 0;
  return (
    <>
      <PageHeader title={`Bonjour ${identity.firstName}`} lead={leadOf(identity)} chain />
      <div className="grid gap-8 pt-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:gap-x-10">
        <div className="grid content-start gap-8">
          {todo && (
            <section className="grid gap-4" aria-labelledby="attend">
              <h2 id="attend">À faire</h2>
              <MyOffers offers={mine.offers} />
              {reglement && (
                <Notice severity="warn" title={`À lire et à accepter : ${reglement.title}`}>
                  <p className="mt-2">
                    <LinkButton to={`/mon-espace/reglements/${reglement.id}`}>Lire le règlement</LinkButton>
                  </p>
                </Notice>
              )}
              <MyFeedbacks asked={feedbacks} />
              <RenewalList renewals={renewals}>
                <p className="mt-2">
                  <LinkButton to="/mon-espace/parcours">Voir mon parcours</LinkButton>
                </p>
              </RenewalList>
            </section>
          )}
          {books ? <MySessions mine={mine} /> : <Working />}
          <MyMaterials found={materials} />
          <MyHistory past={mine.past} />
        </div>
        <MyAccount identity={identity} list={children} devices={devices} books={books} hours={record?.hours ?? null} />
      </div>
    </>
  );
}

function leadOf({ profession, relais }: { profession: string | null; relais: readonly { name: string }[] }) {
  const words = [profession, relais[0]?.name].filter((part) => part !== null && part !== undefined);
  return words.length === 0
    ? 'Votre espace personnel.'
    : words.join(', ').replace(/^./, (first) => first.toUpperCase());
}

/** Staff and intervenants book nothing for themselves. */
function Working() {
  return (
    <section className="panel grid gap-4" aria-labelledby="travail">
      <h2 id="travail">Vos séances</h2>
      <p>Vous n’avez pas de dossier de professionnelle de l’accueil : vous ne vous inscrivez pas aux séances.</p>
      <p>Les séances que vous menez arrivent dans votre agenda, tenues à jour.</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/mon-espace/agenda">Mon agenda</LinkButton>
        <LinkButton to="/activites" variant="quiet">
          Voir le programme
        </LinkButton>
      </div>
    </section>
  );
}
