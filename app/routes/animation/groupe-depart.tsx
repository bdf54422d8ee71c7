import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { leaveCohort } from '#app/enrollment/leaveCohort.server.ts';
import { leavingPage } from '#app/enrollment/leaving-page.server.ts';
import { isDate } from '#app/time/iso-date.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { BackToGroup } from './back-to-group.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Retirer du groupe · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await leavingPage(requireStaff(context, request), params.membershipId ?? '', context.now());
  if (!page || page.cohortId !== params.id) throw new Response(null, { status: 404 });
  return { page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await leavingPage(actor, params.membershipId ?? '', context.now());
  if (!page || page.cohortId !== params.id) throw new Response(null, { status: 404 });
  const typed = textOf(await readForm(request), 'du');
  const from = isDate(typed) ? typed : null;
  const outcome = await leaveCohort(actor, { membershipId: page.membershipId, from }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt(`/animation/groupes/${page.cohortId}`, 'C’est noté : ses places seront libres.', context);
}

export default function GroupeDepart() {
  const { page } = useLoaderData<typeof loader>();
  const { cohortId, group, name, today } = page;
  return (
    <>
      <PageHeader above={<BackToGroup id={cohortId} name={group} />} title={`Retirer ${name} du groupe ?`} />
      <Form method="post" className="grid w-full max-w-xl gap-5 pt-6">
        <p>
          Ses inscriptions qui viennent du groupe sont rendues à partir de ce jour. Celles qu’elle a prises elle-même ne
          changent pas.
        </p>
        <Field id="du" label="À partir du">
          {(control) => <input {...control} type="date" name="du" min={today} defaultValue={today} />}
        </Field>
        <Button wide variant="danger">
          Retirer du groupe
        </Button>
        <LinkButton to={`/animation/groupes/${cohortId}`} variant="quiet">
          Ne rien changer
        </LinkButton>
      </Form>
    </>
  );
}
