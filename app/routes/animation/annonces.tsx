import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react';
import type { FormEvent } from 'react';
import { idsOf, readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { announceOpening } from '#app/enrollment/announceOpening.server.ts';
import type { AnnouncementView } from '#app/enrollment/announcement-view.server.ts';
import { termAsked } from '#app/enrollment/term-asked.ts';
import { termAnnouncement, type TermAnnouncement } from '#app/enrollment/term-announcement.server.ts';
import { relaisChoices, type RelaisChoice } from '#app/people/directory-choices.server.ts';
import { plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AnnounceableChoice } from './announceable-choice.tsx';
import { AudienceChoice, MailPreview, PeopleToCall } from './announcement-view.tsx';
import { doneAt } from './form-answer.ts';
import { SelectField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Annoncer l’ouverture · Animation · Ribambelle' }];

const HERE = '/animation/annonces';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = termAsked(new URL(request.url).searchParams);
  const term = await termAnnouncement(requireStaff(context, request), asked, context.now());
  if (!term) throw new Response(null, { status: 404 });
  return { ownOnly: asked.ownOnly, term };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const relais = await relaisChoices(actor, 'session.plan');
  if (relais.length === 0) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const activityIds = idsOf(form, 'activite');
  if (activityIds.length === 0) return data({ error: 'Cochez au moins une activité.' }, { status: 400 });
  const slug = textOf(form, 'relais');
  const relaisId = relais.find((one) => one.slug === slug)?.id ?? '';
  if (relaisId === '') throw new Response(null, { status: 404 });
  const at = textOf(form, 'quand') === 'ouverture' ? 'OPENING' : 'NOW';
  const input = { relaisId, activityIds, at, ownOnly: textOf(form, 'a') === 'relais' } as const;
  const outcome = await announceOpening(actor, input, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ error: 'Aucune séance publiée à venir ne se réserve.' }, { status: 409 });
  const later = outcome.runAt > context.now() ? 'L’annonce partira à la première ouverture.' : 'L’annonce part.';
  throw doneAt(`${HERE}?relais=${slug}`, outcome.again ? 'Cette annonce est déjà faite.' : later, context);
}

export default function Annonces() {
  const { ownOnly, term } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { relais, choices, activities, view } = term;
  return (
    <>
      <PageHeader
        title="Annoncer l’ouverture des inscriptions"
        lead="Un seul courriel à chacune, avec toutes les activités cochées et le début des inscriptions."
      />
      {choices.length > 1 && <RelaisForm choices={choices} relais={relais} />}
      {activities.length === 0 ? (
        <Empty sentence="Aucune séance publiée à venir où l’on s’inscrit.">
          <LinkButton to="/animation/publication">Publier une période</LinkButton>
        </Empty>
      ) : (
        <div className="grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
          <div className="grid gap-4">
            <ErrorSummary errors={refused ? [{ message: refused.error }] : []} />
            <Announce key={relais.id} term={term} ownOnly={ownOnly} />
            {view && <PeopleToCall people={view.toCall} />}
          </div>
          {view ? (
            <MailPreview mail={view.mail} />
          ) : (
            <p className="text-soft">Cochez une activité pour lire le courriel.</p>
          )}
        </div>
      )}
    </>
  );
}

function RelaisForm({ choices, relais }: { choices: readonly RelaisChoice[]; relais: RelaisChoice }) {
  return (
    <Form method="get" className="panel mt-4 flex flex-wrap items-end gap-4" aria-label="Relais">
      <SelectField
        name="relais"
        label="Relais"
        options={choices.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={relais.slug}
      />
      <Button variant="quiet">Voir</Button>
    </Form>
  );
}

function Announce({ term: { relais, activities, view }, ownOnly }: { term: TermAnnouncement; ownOnly: boolean }) {
  const submit = useSubmit();
  const readAgain = ({ currentTarget, target }: FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLInputElement && target.name === 'quand') return;
    submit(currentTarget, { action: HERE, method: 'get', replace: true, preventScrollReset: true });
  };
  return (
    <Form method="post" action={HERE} className="grid gap-4" onChange={readAgain}>
      <input type="hidden" name="relais" value={relais.slug} />
      <input type="hidden" name="choix" value="fait" />
      <fieldset className="panel grid gap-2">
        <legend className="sr-only">Activités</legend>
        <h2>Activités</h2>
        <ul className="grid gap-2">
          {activities.map((activity) => (
            <AnnounceableChoice key={activity.id} activity={activity} />
          ))}
        </ul>
      </fieldset>
      <div className="panel grid gap-4">
        <AudienceChoice ownOnly={ownOnly} />
        <p>
          <Button variant="quiet" formMethod="get">
            Voir qui sera prévenu
          </Button>
        </p>
      </div>
      <Send view={view} />
    </Form>
  );
}

function Send({ view }: { view: AnnouncementView | null }) {
  const opensAt = view?.opensAt ?? null;
  return (
    <div className="panel grid gap-3">
      <p role="status" className="font-bold">
        {view === null
          ? 'Aucune activité cochée'
          : `${plural(view.sessions, 'séance', 'séances')}, ${plural(view.withMail, 'courriel', 'courriels')}`}
      </p>
      <fieldset className="grid gap-2">
        <legend className="field-legend mb-2">Quand ?</legend>
        <CheckboxCard type="radio" name="quand" value="maintenant" defaultChecked label="Maintenant" />
        {opensAt !== null && (
          <CheckboxCard type="radio" name="quand" value="ouverture" label={`À la première ouverture : ${opensAt}`} />
        )}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button>Annoncer</Button>
        <LinkButton to="/animation/activites" variant="quiet">
          Retour
        </LinkButton>
      </div>
    </div>
  );
}
