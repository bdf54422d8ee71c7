import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { readHandover } from '#app/enrollment/handover.schema.server.ts';
import { handedOverInWords, NO_RELAIS_CHOSEN, PAST_HANDOVER } from '#app/enrollment/handover-words.ts';
import { handoverPage, type HandoverPage } from '#app/enrollment/handover-pages.server.ts';
import { moveToRelais } from '#app/enrollment/moveToRelais.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Changer de relais : ${found?.page.title ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await handoverPage(requireStaff(context, request), params.id ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Another relais receives the session from now on. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const relaisId = readHandover(await readForm(request));
  if (relaisId === null) return data({ error: NO_RELAIS_CHOSEN }, { status: 400 });
  const outcome = await moveToRelais(actor, { sessionId, relaisId }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ error: PAST_HANDOVER }, { status: 409 });
  throw saidAt(`/animation/seances/${sessionId}`, { severity: 'success', text: handedOverInWords(outcome) }, context);
}

export default function SeanceRelais() {
  const { page } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  return (
    <>
      <PageHeader
        above={<KindMark kind={page.kind} />}
        title={`Changer de relais : ${page.title}`}
        lead={`${page.when} · ${page.place} · ${page.relais}`}
      />
      <div className="w-full max-w-2xl pt-6">
        {page.choices.length === 0 || page.begun ? (
          <Empty
            sentence={page.begun ? 'Cette séance a déjà commencé.' : 'Vous ne planifiez dans aucun autre relais.'}
          />
        ) : (
          <Choice page={page} error={error} />
        )}
      </div>
    </>
  );
}

function Choice({ page, error }: { page: HandoverPage; error: string | undefined }) {
  return (
    <Form method="post" className="grid gap-6" noValidate>
      <ErrorSummary errors={error === undefined ? [] : [{ id: 'relais', message: error }]} />
      <Fieldset
        id="relais"
        legend="Quel relais la reçoit désormais ?"
        hint={
          page.draft
            ? 'La date, le lieu et l’équipe restent. C’est un brouillon : personne n’est prévenu.'
            : 'La date, le lieu, l’équipe et les inscriptions restent. Les personnes inscrites sont prévenues.'
        }
        errors={error === undefined ? [] : [error]}
      >
        {page.choices.map(({ id, name }) => (
          <CheckboxCard key={id} type="radio" name="relais" value={id} label={name} />
        ))}
      </Fieldset>
      <div className="flex flex-wrap gap-3">
        <Button>Changer de relais</Button>
        <LinkButton to={`/animation/seances/${page.sessionId}`} variant="quiet">
          Ne rien changer
        </LinkButton>
      </div>
    </Form>
  );
}
