import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { browserOf } from '#app/auth/browserOf.server.ts';
import { CODE_MINUTES } from '#app/auth/code.ts';
import { readCookie } from '#app/auth/cookies.ts';
import { pendingAddress } from '#app/auth/login-codes.server.ts';
import { codeRefusal } from '#app/auth/messages.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { returnOf, returnQuery } from '#app/auth/safe-return.ts';
import { codeForm } from '#app/auth/signIn.schema.server.ts';
import { signInWithCode } from '#app/auth/signInWithCode.server.ts';
import { welcome } from '#app/auth/welcome.server.ts';
import { AccountButtons } from '#app/routes/account-buttons.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Votre code · Ribambelle' }];

export async function loader({ request, context: { appUrl, now } }: LoaderFunctionArgs) {
  const browser = readCookie(request.headers.get('Cookie'), 'code', appUrl);
  return { query: returnQuery(returnOf(request.url)), address: await pendingAddress(browser, now()) };
}

/** Signs in with the code typed; asks which account first, when the address has several. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { appUrl, now } = context;
  const form = await readForm(request);
  const typed = textOf(form, 'code');
  const parsed = codeForm.safeParse({ code: typed, personne: textOf(form, 'personne') || undefined });
  if (!parsed.success) return data(refusal(typed, parsed.error.issues[0]?.message ?? ''), { status: 400 });
  const { code, personne: personId } = parsed.data;
  const browser = readCookie(request.headers.get('Cookie'), 'code', appUrl);
  const outcome = await signInWithCode({ code, personId, browser, ...browserOf(request, context) }, now());
  if (outcome.kind === 'signedIn') throw welcome(outcome, request, appUrl);
  if (outcome.kind === 'choose') return data({ kind: 'choose' as const, code, accounts: outcome.accounts });
  if (outcome.kind === 'stale' && context.actor.kind === 'person') throw redirect(returnOf(request.url) ?? '/');
  const status = outcome.kind === 'limited' ? 429 : 400;
  return data(refusal('', codeRefusal(outcome, now())), { status });
}

const refusal = (typed: string, error: string) => ({ kind: 'refused' as const, typed, error });

export default function ConnexionCode() {
  const { query, address } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.kind === 'choose') {
    return (
      <>
        <PageHeader title="Quel compte ?" lead="Votre adresse e-mail est connue de plusieurs gestionnaires." chain />
        <form method="post" action={`/connexion/code${query}`} className="grid w-full max-w-xl gap-3 pt-6">
          <input type="hidden" name="code" value={result.code} />
          <AccountButtons accounts={result.accounts} />
        </form>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Votre code" lead={<Sent address={address} />} chain />
      <div className="grid w-full max-w-xl gap-6 pt-6">
        <CodeForm action={`/connexion/code${query}`} typed={result?.typed} error={result?.error} />
        <Again address={address} query={query} />
      </div>
    </>
  );
}

function Sent({ address }: { address: string | null }) {
  if (address === null) return <>Aucun code n’est attendu dans ce navigateur. Demandez-en un nouveau.</>;
  return (
    <>
      Si <b className="break-words">{address}</b> est connue d’un relais, un e-mail avec un code à 8 chiffres vient de
      partir. Il est valable {CODE_MINUTES} minutes.
    </>
  );
}

function CodeForm({ action: target, typed, error }: { action: string; typed?: string; error?: string }) {
  const errors = error === undefined ? [] : [error];
  return (
    <form method="post" action={target} className="panel grid gap-4" noValidate>
      <ErrorSummary errors={errors.map((message) => ({ id: 'code', message }))} />
      <Field id="code" label="Code reçu par e-mail" hint="8 chiffres, par exemple 1234 5678." errors={errors}>
        {(control) => (
          <input
            {...control}
            className="input text-2xl tracking-widest"
            type="text"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={40}
            defaultValue={typed}
          />
        )}
      </Field>
      <Button wide>Me connecter</Button>
    </form>
  );
}

function Again({ address, query }: { address: string | null; query: string }) {
  return (
    <section aria-labelledby="rien-recu" className="grid gap-3">
      <h2 id="rien-recu">Rien reçu ?</h2>
      <p>
        L’e-mail peut mettre une ou deux minutes. Regardez aussi dans les courriers indésirables, et vérifiez que
        l’adresse est celle que votre relais connaît.
      </p>
      <div className="flex flex-wrap gap-3">
        {address !== null && (
          <form method="post" action={`/connexion${query}`}>
            <input type="hidden" name="email" value={address} />
            <Button variant="quiet">Renvoyer un code</Button>
          </form>
        )}
        <LinkButton to={`/connexion${query}`} variant="quiet">
          Changer d’adresse
        </LinkButton>
      </div>
    </section>
  );
}
