import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { activityMessage, activityRefusalField } from '#app/catalog/activity-messages.ts';
import { changeRelaisRules } from '#app/catalog/changeRelaisRules.server.ts';
import { KINDS, kindLabel, kindOfSlug } from '#app/catalog/kinds.ts';
import { readRulesForm } from '#app/catalog/rules-form.schema.server.ts';
import { RulesForm } from '#app/catalog/rules-form.tsx';
import { relaisRulesPage } from '#app/catalog/rules-pages.server.ts';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Règles : ${page?.rules.relais ?? ''} · Animation · Ribambelle` },
];

const kindAsked = (request: Request) => kindOfSlug(new URL(request.url).searchParams.get('type') ?? '');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [id, kind] = [requireId(params), kindAsked(request)];
  const rules = await relaisRulesPage(requireStaff(context, request), id, kind, context.now());
  if (!rules) throw new Response(null, { status: 404 });
  return { id, kind, rules };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const [relaisId, kind] = [requireId(params), kindAsked(request)];
  const page = await relaisRulesPage(actor, relaisId, kind, context.now());
  if (!page) throw new Response(null, { status: 404 });
  const read = readRulesForm(await readForm(request), page.zone);
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  if (read.asksToRead) return data({ typed, errors: {} });
  const outcome = await changeRelaisRules(actor, { relaisId, kind, rules: read.rules }, context.now());
  const { pathname, search } = new URL(request.url);
  if (outcome.ok) throw doneAt(`${pathname}${search}`, 'Les règles du relais sont à jour.', context);
  const errors = { [activityRefusalField(outcome.refusal)]: activityMessage(outcome.refusal) };
  return data({ typed, errors }, { status: 409 });
}

export default function RelaisRegles() {
  const { id, kind, rules } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const to = `/animation/relais/${id}/regles`;
  return (
    <>
      <PageHeader
        title={`Règles d’inscription : ${rules.relais}`}
        lead="Ce que suivent les activités du relais, sauf quand l’une dit autre chose. Réglez l’ensemble, ou un type à la fois."
      />
      <ChipGroup label="Pour quelles activités">
        <ChipLink to={to} current={kind === null}>
          Toutes
        </ChipLink>
        {KINDS.map((one) => (
          <ChipLink key={one.slug} to={`${to}?type=${one.slug}`} current={kind === one.kind}>
            {rules.kinds.includes(one.kind) ? `${one.several} (réglé)` : one.several}
          </ChipLink>
        ))}
      </ChipGroup>
      <h2 className="pt-4">{kind === null ? 'Pour toutes les activités' : `Pour : ${kindLabel(kind)}`}</h2>
      <RulesForm
        key={kind ?? 'toutes'}
        page={rules}
        typed={answered?.typed ?? null}
        errors={answered?.errors ?? {}}
        back="/animation/activites"
      />
    </>
  );
}
