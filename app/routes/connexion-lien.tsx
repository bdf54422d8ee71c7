import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { browserOf } from '#app/auth/browserOf.server.ts';
import { isLinkOpen } from '#app/auth/login-codes.server.ts';
import { tooMany } from '#app/auth/messages.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { linkForm } from '#app/auth/signIn.schema.server.ts';
import { signInWithLink } from '#app/auth/signInWithLink.server.ts';
import { welcome } from '#app/auth/welcome.server.ts';
import { AccountButtons } from '#app/routes/account-buttons.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [
  { title: 'Se connecter · Ribambelle' },
  { name: 'robots', content: 'noindex' },
];

/** Shows the button and uses nothing up: mail scanners open links too. */
export async function loader({ params: { token = '' }, context: { now } }: LoaderFunctionArgs) {
  const isOpen = await isLinkOpen(token, now());
  return data({ isOpen }, { status: isOpen ? 200 : 410 });
}

export async function action({ request, params: { token = '' }, context }: ActionFunctionArgs) {
  const { appUrl, now } = context;
  const chosen = linkForm.safeParse(Object.fromEntries(await readForm(request)));
  const personId = chosen.success ? chosen.data.personne : undefined;
  const outcome = await signInWithLink({ token, personId, ...browserOf(request, context) }, now());
  switch (outcome.kind) {
    case 'signedIn':
      throw welcome(outcome, request, appUrl);
    case 'choose':
      return data({ accounts: outcome.accounts, error: null });
    case 'stale':
      return data({ accounts: [], error: null }, { status: 410 });
    case 'limited':
      return data({ accounts: [], error: tooMany(outcome, now()) }, { status: 429 });
  }
}

export default function ConnexionLien() {
  const { isOpen } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const accounts = result?.accounts ?? [];
  if (!isOpen) return <Closed />;
  const several = accounts.length > 0;
  return (
    <>
      <PageHeader
        title={several ? 'Quel compte ?' : 'Se connecter'}
        lead={several ? 'Votre adresse e-mail est connue de plusieurs gestionnaires.' : 'Encore un clic.'}
        chain
      />
      <form method="post" className="grid w-full max-w-xl gap-3 pt-6">
        {result?.error && (
          <Notice severity="error" role="alert">
            <p>{result.error}</p>
          </Notice>
        )}
        {several ? <AccountButtons accounts={accounts} /> : <Button wide>Me connecter</Button>}
        <p className="hint">Ce lien ne sert qu’une fois.</p>
      </form>
    </>
  );
}

function Closed() {
  return (
    <>
      <PageHeader
        title="Ce lien n’est plus valable"
        lead="Il a déjà servi, ou ses dix minutes sont passées. Demandez-en un autre : c’est immédiat."
        chain
      />
      <div className="w-full max-w-xl pt-6">
        <LinkButton to="/connexion" wide>
          Recevoir un nouveau code
        </LinkButton>
      </div>
    </>
  );
}
