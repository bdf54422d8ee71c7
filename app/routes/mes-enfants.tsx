import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { childFieldOf } from '#app/people/child-field.ts';
import { childForm } from '#app/people/labelChild.schema.server.ts';
import { labelChild } from '#app/people/labelChild.server.ts';
import { peopleMessage } from '#app/people/messages.ts';
import { myChildren } from '#app/people/my-children.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ChildForm } from './child-form.tsx';
import { ChildList } from './child-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes enfants · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { children: await myChildren(requireActor(context, request), context.now()) };
}

/** Adds a child to her list. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  const typed = { prenom: textOf(form, 'prenom'), naissance: textOf(form, 'naissance'), lien: textOf(form, 'lien') };
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const parsed = childForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const { prenom: label, naissance: birthMonth, lien } = parsed.data;
  const outcome = await labelChild(actor, { label, birthMonth, own: lien === 'mien' }, context.now());
  if (!outcome.ok) return refused({ [childFieldOf(outcome.refusal.code)]: peopleMessage(outcome.refusal) }, 409);
  throw saidAt('/mon-espace/enfants', { severity: 'success', text: `${label} est dans votre liste.` }, context);
}

export default function MesEnfants() {
  const { children } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mes enfants"
        lead="Donnez un prénom ou un surnom aux enfants que vous amenez : à l’inscription, il suffit de les cocher."
        chain
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <ChildList list={children} />
        <ChildForm refused={useActionData<typeof action>()} />
        <p>
          <LinkButton to="/mon-espace" variant="quiet">
            Retour à mon espace
          </LinkButton>
        </p>
      </div>
    </>
  );
}
