import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { announceOpening } from '#app/enrollment/announceOpening.server.ts';
import { announcementPreview, type AnnouncementPreview } from '#app/enrollment/announcements.server.ts';
import { capital, list, plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AudienceChoice, MailPreview, PeopleToCall } from './announcement-view.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Annoncer l’ouverture : ${page?.preview.title ?? ''} · Animation · Ribambelle` },
];

const isOwnOnly = (request: Request) => new URL(request.url).searchParams.get('a') === 'relais';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [id, ownOnly] = [requireId(params), isOwnOnly(request)];
  const preview = await announcementPreview(requireStaff(context, request), id, ownOnly, context.now());
  if (!preview) throw new Response(null, { status: 404 });
  return { id, ownOnly, preview };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const [activityId, ownOnly, now] = [requireId(params), isOwnOnly(request), context.now()];
  const preview = await announcementPreview(actor, activityId, ownOnly, now);
  if (!preview) throw new Response(null, { status: 404 });
  const at = textOf(await readForm(request), 'quand') === 'ouverture' ? 'OPENING' : 'NOW';
  const input = { relaisId: preview.relaisId, activityIds: [activityId], at, ownOnly } as const;
  const outcome = await announceOpening(actor, input, now);
  if (!outcome.ok) return data({ message: 'Aucune séance publiée à venir ne se réserve.' }, { status: 409 });
  const to = plural(preview.withMail, 'personne', 'personnes');
  const later = outcome.runAt > now ? `L’annonce partira à l’ouverture, à ${to}.` : `L’annonce part à ${to}.`;
  throw doneAt(`/animation/activites/${activityId}`, outcome.again ? 'Cette annonce est déjà faite.' : later, context);
}

export default function ActiviteAnnonce() {
  const { id, ownOnly, preview } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`Annoncer l’ouverture : ${preview.title}`}
        lead={`Un seul courriel à chacune, avec les séances où elle peut s’inscrire et à partir de quand.`}
      />
      {preview.before.length > 0 && (
        <Notice title="Déjà annoncée">
          <p>{capital(list(preview.before))}.</p>
        </Notice>
      )}
      {refused && (
        <Notice severity="error" role="alert">
          <p>{refused.message}</p>
        </Notice>
      )}
      <div className="grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid gap-4">
          <Audience ownOnly={ownOnly} />
          <Send id={id} preview={preview} />
          <PeopleToCall people={preview.toCall} />
        </div>
        <MailPreview mail={preview.mail} />
      </div>
    </>
  );
}

function Audience({ ownOnly }: { ownOnly: boolean }) {
  return (
    <Form method="get" className="panel grid gap-3">
      <AudienceChoice ownOnly={ownOnly} />
      <p>
        <Button variant="quiet">Voir qui sera prévenu</Button>
      </p>
    </Form>
  );
}

function Send({ id, preview }: { id: string; preview: AnnouncementPreview }) {
  const { sessions, withMail, opensAt } = preview;
  return (
    <Form method="post" className="panel grid gap-3">
      <p className="font-bold">
        {plural(sessions, 'séance', 'séances')}, {plural(withMail, 'courriel', 'courriels')}
      </p>
      <fieldset className="grid gap-2">
        <legend className="field-legend mb-2">Quand ?</legend>
        {opensAt !== null && (
          <CheckboxCard
            type="radio"
            name="quand"
            value="ouverture"
            defaultChecked
            label={`À l’ouverture : ${opensAt}`}
          />
        )}
        <CheckboxCard
          type="radio"
          name="quand"
          value="maintenant"
          defaultChecked={opensAt === null}
          label="Maintenant"
        />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button disabled={withMail === 0}>Annoncer</Button>
        <LinkButton to={`/animation/activites/${id}`} variant="quiet">
          Retour
        </LinkButton>
      </div>
    </Form>
  );
}
