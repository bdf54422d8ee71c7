import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { addMaterial } from '#app/catalog/addMaterial.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { materialMessage } from '#app/catalog/material.ts';
import { readMaterial } from '#app/catalog/material.schema.server.ts';
import { MaterialForm } from '#app/enrollment/material-form.tsx';
import { teamMaterials } from '#app/enrollment/team-materials.server.ts';
import { plural } from '#app/time/french.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';
import { TeamMaterialList } from './team-material-list.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Documents : ${page?.activity.title ?? 'activité'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await teamMaterials(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Adds a file or a link. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const read = await readMaterial(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ errors: read.errors, typed }, { status: 400 });
  const outcome = await addMaterial(actor, { activityId, ...read.input }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    const { field, message } = materialMessage(outcome.refusal);
    return data({ errors: { [field]: message }, typed }, { status: 409 });
  }
  throw doneAt(`/animation/activites/${activityId}/documents`, 'Le document est ajouté.', context);
}

export default function Documents() {
  const { activity, materials, dates, adds, all, over, readers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={
          <div className="flex flex-wrap items-center gap-3">
            <KindMark kind={activity.kind} />
            <Link to={`/animation/activites/${activity.id}`} className="inline-flex min-h-11 items-center">
              {activity.title}
            </Link>
          </div>
        }
        title="Documents"
        lead="À lire avant ou après : les personnes inscrites, l’intervenant et l’équipe les ouvrent, personne d’autre."
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start lg:gap-x-10">
        <section className="grid gap-4" aria-labelledby="documents">
          <h2 id="documents">Documents déposés</h2>
          <p className="text-soft">{audience(readers)}</p>
          <TeamMaterialList materials={materials} adds={adds} mailed={readers.mailed} />
        </section>
        {adds && <MaterialForm dates={dates} all={all} after={over} refused={refused} />}
      </div>
    </>
  );
}

function audience({ mailed, without }: { mailed: number; without: number }): string {
  const total = plural(mailed + without, 'personne inscrite ou venue', 'personnes inscrites ou venues');
  return mailed + without === 0
    ? 'Personne n’est encore inscrit.'
    : `${total}${without === 0 ? '' : `, dont ${without} sans e-mail`}.`;
}
