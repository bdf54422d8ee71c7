import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { peopleFound } from '#app/attendance/people-found.server.ts';
import { sheetOf } from '#app/attendance/sheets.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { sheetPath } from './sheet-paths.ts';

export const meta: MetaFunction = () => [{ title: 'Venue sans inscription · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sheet = await sheetOf(requireActor(context, request), requireId(params), context.now());
  if (!sheet?.mayMark) throw new Response(null, { status: 404 });
  const { sessionId, title, when } = sheet;
  return { sessionId, title, when, ids: { mark: crypto.randomUUID(), line: crypto.randomUUID() } };
}

/** Names are sought by a form, never in an address. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const typed = textOf(await readForm(request), 'nom').slice(0, 80);
  const people = await peopleFound(actor, requireId(params), typed);
  if (!people) throw new Response(null, { status: 404 });
  return { typed, people };
}

export default function Recherche() {
  const { sessionId, title, when, ids } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<a href={sheetPath(sessionId)}>Retour à la feuille</a>}
        title="Venue sans inscription"
        lead={`${title}, ${when}`}
      />
      <div className="grid w-full max-w-xl gap-5 pt-5">
        <form method="post" className="grid gap-3" role="search">
          <Field id="nom" label="Nom ou prénom" hint="Deux lettres suffisent, sans accents.">
            {(control) => <input name="nom" defaultValue={found?.typed} autoComplete="off" {...control} />}
          </Field>
          <Button>Chercher</Button>
        </form>
        {found && found.people.length === 0 && (
          <Empty sentence="Personne de ce nom : notez-la sans fiche depuis la feuille." />
        )}
        <ul className="grid gap-3">
          {found?.people.map(({ key, name, detail, subject }) => (
            <li key={key} className="card">
              <form method="post" action={sheetPath(sessionId, 'venues')} className="flex flex-wrap items-center gap-3">
                <input type="hidden" name="marque" value={ids.mark} />
                <input type="hidden" name="ligne" value={ids.line} />
                <input type="hidden" name="personne" value={subject.type === 'person' ? subject.personId : ''} />
                <span className="flex-1">
                  <b className="block text-lg">{name}</b>
                  <span className="text-soft">{detail}</span>
                </span>
                <Button>Ajouter à la feuille</Button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
