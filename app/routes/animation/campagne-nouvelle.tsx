import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { campaignMessage } from '#app/training/campaign.ts';
import { campaignForm } from '#app/training/campaign.schema.server.ts';
import { campaignRelais, type CampaignRelais } from '#app/training/campaigns.server.ts';
import { startCampaign } from '#app/training/startCampaign.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { SelectField, TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouvelle campagne de besoins · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const relais = await campaignRelais(requireStaff(context, request), context.now());
  if (!relais) throw new Response(null, { status: 404 });
  return { relais };
}

/** Starts it: a job writes to everyone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, ['relais', 'fin', 'mots']);
  const parsed = campaignForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { relais: relaisId, fin: closesOn, mots: words } = parsed.data;
  const outcome = await startCampaign(actor, { relaisId, closesOn, words }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    const field = outcome.refusal.code === 'DAY_WRONG' ? 'fin' : 'relais';
    return data({ errors: { [field]: campaignMessage(outcome.refusal) }, typed }, { status: 409 });
  }
  throw doneAt(`/animation/besoins/campagnes/${outcome.campaignId}`, 'La campagne est lancée.', context);
}

export default function NouvelleCampagne() {
  const { relais } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={
          <Link to="/animation/besoins/campagnes" className="inline-flex min-h-11 items-center">
            Campagnes de besoins
          </Link>
        }
        title="Nouvelle campagne"
        lead="Chaque professionnelle du relais qui a un e-mail reçoit un lien personnel. Elle répond sans se connecter. Celles qui n’ont pas d’e-mail vous sont listées, à appeler."
      />
      <Form method="post" className="panel mt-6 grid w-full max-w-2xl gap-5" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <SelectField
          name="relais"
          label="Relais"
          options={relais.map((one) => ({ value: one.id, label: choice(one) }))}
          refused={refused}
          value={(relais.find(({ open }) => !open) ?? relais[0])?.id ?? null}
        />
        <TextField
          name="fin"
          type="date"
          label="Dernier jour pour répondre"
          hint="Après ce jour, les liens ne répondent plus. Deux ou trois semaines suffisent."
          refused={refused}
        />
        <Field
          id="mots"
          label="Vos mots"
          hint="Ils sont dans le message et sur la page. Par exemple : ce que vous préparez pour l’an prochain."
          optional
          errors={refused?.errors.mots === undefined ? [] : [refused.errors.mots]}
        >
          {(control) => (
            <textarea {...control} name="mots" rows={4} maxLength={1000} defaultValue={refused?.typed.mots} />
          )}
        </Field>
        <Button wide>Lancer la campagne</Button>
        <p className="hint">Les messages partent aussitôt, une seule fois à chacune.</p>
      </Form>
    </>
  );
}

function choice({ name, people, mailed, open }: CampaignRelais): string {
  if (open) return `${name} : une campagne est ouverte`;
  return `${name} : ${people} professionnelles, dont ${mailed} avec e-mail`;
}
