import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { draftRemoval, scopeOf } from '#app/catalog/draft-removal.server.ts';
import { removeDraftSessions } from '#app/catalog/removeDraftSessions.server.ts';
import { capital, plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Supprimer le brouillon · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const removal = await draftRemoval(requireStaff(context, request), requireId(params), context.now());
  if (!removal) throw new Response(null, { status: 404 });
  return removal;
}

/** Removes a draft, or it and others of its series. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const scope = scopeOf(textOf(await readForm(request), 'portee'));
  const outcome = await removeDraftSessions(actor, { sessionId: requireId(params), scope }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ refused: true }, { status: 409 });
  const text = plural(outcome.removed, 'brouillon supprimé.', 'brouillons supprimés.');
  throw saidAt(`/animation/activites/${outcome.activityId}`, { severity: 'success', text }, context);
}

export default function Suppression() {
  const { id, title, when, draft, counts } = useLoaderData<typeof loader>();
  const isRefused = useActionData<typeof action>() !== undefined;
  const choices = [
    { value: 'ONE', label: 'Cette date', count: counts.ONE },
    { value: 'FOLLOWING', label: 'Celle-ci et les suivantes de la série', count: counts.FOLLOWING },
    { value: 'ALL', label: 'Toutes les dates de la série', count: counts.ALL },
  ];
  return (
    <>
      <PageHeader title={`Supprimer : ${title}`} lead={capital(when)} />
      {!draft || isRefused ? (
        <div className="grid max-w-2xl gap-4 pt-6">
          <Notice severity="warn" title="Cette séance est publiée">
            <p>Elle ne se supprime pas : annulez-la, celles qui y sont inscrites seront prévenues.</p>
          </Notice>
          <p>
            <LinkButton to={`/animation/seances/${id}/annulation`}>Annuler la séance</LinkButton>
          </p>
        </div>
      ) : (
        <Form method="post" className="panel mt-6 grid max-w-2xl gap-5">
          <p>Un brouillon ne se voit qu’en équipe : personne n’est à prévenir. Ce qui est publié reste.</p>
          {counts.ALL > 1 && (
            <Fieldset id="portee" legend="Que supprimer ?">
              {choices.map(({ value, label, count }) => (
                <CheckboxCard
                  key={value}
                  type="radio"
                  name="portee"
                  value={value}
                  label={label}
                  note={plural(count, 'brouillon', 'brouillons')}
                  defaultChecked={value === 'ONE'}
                />
              ))}
            </Fieldset>
          )}
          <div className="flex flex-wrap gap-3">
            <Button variant="danger">Supprimer</Button>
            <LinkButton to={`/animation/seances/${id}`} variant="quiet">
              Garder
            </LinkButton>
          </div>
        </Form>
      )}
    </>
  );
}
