import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { deskPicker } from '#app/enrollment/desk-picker.server.ts';
import { readEnrollFor } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { enrollSomeone } from '#app/enrollment/enrollSomeone.server.ts';
import { ChosenPerson } from './chosen-person.tsx';
import { PersonSearch } from './person-search.tsx';
import { toDesk } from './to-desk.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Inscrire quelqu’un : ${page.head.title} · Ribambelle` }] : [];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const given = { typed: asked.get('q') ?? '', personId: asked.get('personne') };
  const page = await deskPicker(requireStaff(context, request), requireId(params), given, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Enrols someone on her behalf; twice is harmless. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const read = readEnrollFor(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const answer = await enrollSomeone(actor, { sessionId, ...read.form }, context.now());
  if (!answer) throw new Response(null, { status: 404 });
  if (answer.kind === 'refused') return data({ typed, errors: [answer] }, { status: 409 });
  return toDesk(context, sessionId, answer);
}

export default function Inscriptions() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <DeskHeader head={page.head} title="Inscrire quelqu’un" />
      <div className="grid w-full max-w-2xl gap-6 pt-5">
        {page.chosen ? (
          <ChosenPerson head={page.head} booking={page.chosen} refused={refused} />
        ) : (
          <PersonSearch
            key={page.typed}
            sessionId={page.head.sessionId}
            typed={page.typed}
            found={page.found}
            adds={page.head.as === 'HOST'}
          />
        )}
      </div>
    </>
  );
}
