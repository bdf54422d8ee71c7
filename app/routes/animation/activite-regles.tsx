import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { activityMessage, activityRefusalField } from '#app/catalog/activity-messages.ts';
import { changeBookingRules } from '#app/catalog/changeBookingRules.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { readRulesForm } from '#app/catalog/rules-form.schema.server.ts';
import { RulesForm } from '#app/catalog/rules-form.tsx';
import { activityRulesPage } from '#app/catalog/rules-pages.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Règles : ${page?.rules.title ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = requireId(params);
  const rules = await activityRulesPage(requireStaff(context, request), id, context.now());
  if (!rules) throw new Response(null, { status: 404 });
  return { id, rules };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const page = await activityRulesPage(actor, activityId, context.now());
  if (!page) throw new Response(null, { status: 404 });
  const read = readRulesForm(await readForm(request), page.zone);
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  if (read.asksToRead) return data({ typed, errors: {} });
  const { rules, guests } = read;
  const outcome = await changeBookingRules(actor, { activityId, rules, guests }, context.now());
  if (outcome.ok) throw doneAt(`/animation/activites/${activityId}`, 'Les règles sont à jour.', context);
  const errors = { [activityRefusalField(outcome.refusal)]: activityMessage(outcome.refusal) };
  return data({ typed, errors }, { status: 409 });
}

export default function ActiviteRegles() {
  const { id, rules } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<KindMark kind={rules.kind} />}
        title={`Règles d’inscription : ${rules.title}`}
        lead={
          <>
            Chaque règle suit celle du relais tant que vous n’en choisissez pas une autre.{' '}
            <Link to={`/animation/activites/${id}`}>Retour à l’activité</Link>
          </>
        }
      />
      <RulesForm
        page={rules}
        typed={answered?.typed ?? null}
        errors={answered?.errors ?? {}}
        back={`/animation/activites/${id}`}
      />
    </>
  );
}
