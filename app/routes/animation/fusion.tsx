import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { mergePreview, type MergedSide } from '#app/privacy/merge-preview.server.ts';
import { mergePersons } from '#app/privacy/mergePersons.server.ts';
import { plural } from '#app/time/french.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf } from './form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Réunir deux fiches · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ids = [requireId(params), requireId({ id: params.autre })] as const;
  const preview = await mergePreview(requireStaff(context, request), ids, context.now());
  if (!preview) throw new Response(null, { status: 404 });
  return preview;
}

/** Makes one file of two; it asks to be confirmed, since it cannot be undone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const ids = [requireId(params), requireId({ id: params.autre })];
  const form = await readForm(request);
  const keptId = ids.find((id) => id === textOf(form, 'garder'));
  const lostId = ids.find((id) => id !== keptId);
  const sure = textOf(form, 'certaine') === '1';
  const refused = (errors: Record<string, string>, status: 400 | 409) =>
    data({ errors, typed: { garder: keptId ?? '' } }, { status });
  if (keptId === undefined || lostId === undefined) return refused({ garder: 'Choisissez la fiche à garder.' }, 400);
  if (!sure) return refused({ certaine: 'Confirmez : réunir deux fiches ne se défait pas.' }, 400);
  const outcome = await mergePersons(actor, { keptId, lostId }, context.now());
  if (!outcome.ok) return refused(errorsOf(outcome.refusal), 409);
  throw doneAt(`/animation/professionnels/${keptId}`, 'Les deux fiches n’en font plus qu’une.', context);
}

export default function Fusion() {
  const { sides, shared } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <FileForm
      back={{ to: '/animation/professionnels/doublons', label: 'Doublons' }}
      title="Réunir deux fiches"
      lead="La fiche gardée reçoit tout ce qu’a l’autre : inscriptions, présences, enfants, règlements. L’autre disparaît."
      submit="Réunir les deux fiches"
      refused={refused}
    >
      <Fieldset
        id="garder"
        legend="La fiche à garder"
        errors={of('garder')}
        hint="Ses nom, statut et relais restent ; ce qui lui manque vient de l’autre."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {sides.map((side) => (
            <Side key={side.file.personId} side={side} kept={refused?.typed.garder} />
          ))}
        </div>
      </Fieldset>
      {shared.length > 0 && (
        <Notice severity="warn" title="Inscrite deux fois">
          <p>Une seule place sera gardée, la meilleure ; l’autre est rendue :</p>
          <ul className="list-disc pl-5">
            {shared.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Fieldset id="certaine" legend="Réunir ne se défait pas" errors={of('certaine')}>
        <CheckboxCard name="certaine" value="1" label="C’est bien la même personne" />
      </Fieldset>
    </FileForm>
  );
}

function Side({ side: { file, upcoming, presences }, kept }: { side: MergedSide; kept: string | undefined }) {
  const current = file.ties.filter(({ is }) => is !== 'past').map(({ name }) => name);
  const facts: [string, string | null | undefined][] = [
    ['Métier', file.kindWords],
    ['Situation', file.status?.words],
    ['Téléphone', file.phone],
    ['E-mail', file.email],
    ['Commune', file.commune],
    ['Relais', current.join(', ')],
    ['Agrément', file.agrements[0]?.words],
    ['Enfants', String(file.children)],
    ['À venir', plural(upcoming.length, 'inscription', 'inscriptions')],
    ['Venues', plural(presences, 'présence', 'présences')],
  ];
  return (
    <div className="grid content-start gap-3">
      <CheckboxCard
        type="radio"
        name="garder"
        value={file.personId}
        label={`Garder ${file.name}`}
        defaultChecked={kept === file.personId}
        required
      />
      <Facts facts={facts.map(([name, value]) => ({ name, value: value || '–' }))} />
    </div>
  );
}
