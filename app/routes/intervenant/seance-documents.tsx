import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { practicalSheet } from '#app/attendance/practical-sheet.server.ts';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { addMaterial } from '#app/catalog/addMaterial.server.ts';
import { materialMessage } from '#app/catalog/material.ts';
import { readMaterial } from '#app/catalog/material.schema.server.ts';
import { MaterialForm } from '#app/enrollment/material-form.tsx';
import { MaterialList } from '#app/enrollment/material-list.tsx';
import { sessionMaterials } from '#app/enrollment/session-materials.server.ts';
import { ownAccount } from '#app/people/own-intervenants.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Documents d’une séance · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const sheet = await practicalSheet(actor, requireId(params), context.now());
  const account = sheet?.standing === 'ACCEPTED' ? await ownAccount(actor, sheet.personId) : null;
  if (!sheet || !account) throw new Response(null, { status: 404 });
  return { sheet, materials: await sessionMaterials(account, sheet.sessionId, context.now()) };
}

/** Gives a document to those who come, with his account of the manager that employs him there. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const sheet = await practicalSheet(actor, requireId(params), context.now());
  const account = sheet?.standing === 'ACCEPTED' ? await ownAccount(actor, sheet.personId) : null;
  if (!sheet || !account) throw new Response(null, { status: 404 });
  const read = await readMaterial(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ errors: read.errors, typed }, { status: 400 });
  const { activityId, sessionId } = sheet;
  const outcome = await addMaterial(account, { activityId, ...read.input, sessionId }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    const { field, message } = materialMessage(outcome.refusal);
    return data({ errors: { [field]: message }, typed }, { status: 409 });
  }
  throw saidAt(new URL(request.url).pathname, { severity: 'success', text: 'Le document est déposé.' }, context);
}

export default function DocumentsDeSeance() {
  const { sheet, materials } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = `/intervenant/seances/${sheet.sessionId}`;
  return (
    <>
      <PageHeader
        above={<Link to={here}>Retour à la séance</Link>}
        title="Documents"
        lead={`${sheet.title}, ${sheet.when}`}
        chain
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <section className="grid gap-4" aria-labelledby="deposes">
          <h2 id="deposes">Déposés</h2>
          {materials.length === 0 && (
            <Empty sentence="Rien pour le moment. Déposez ce que les participantes liront avant ou après." />
          )}
          <MaterialList materials={materials} />
        </section>
        <MaterialForm
          dates={[{ id: sheet.sessionId, when: sheet.when }]}
          all={false}
          after={sheet.ended}
          refused={refused}
        />
      </div>
    </>
  );
}
