import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { browserOf } from '#app/auth/browserOf.server.ts';
import { CODE_MINUTES } from '#app/auth/code.ts';
import { readCookie, writeCookie } from '#app/auth/cookies.ts';
import { DEMO_ACCOUNTS, type DemoAccount } from '#app/auth/demo-accounts.ts';
import { pendingAddress } from '#app/auth/login-codes.server.ts';
import { tooMany } from '#app/auth/messages.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requestCode } from '#app/auth/requestCode.server.ts';
import { returnOf, returnQuery } from '#app/auth/safe-return.ts';
import { addressForm } from '#app/auth/signIn.schema.server.ts';
import { signInToDemo } from '#app/auth/signInToDemo.server.ts';
import { welcome } from '#app/auth/welcome.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Se connecter · Ribambelle' }];

export async function loader({ request, context: { viewer, demo, appUrl, now } }: LoaderFunctionArgs) {
  const browser = readCookie(request.headers.get('Cookie'), 'code', appUrl);
  return {
    query: returnQuery(returnOf(request.url)),
    viewerName: viewer?.name ?? null,
    isCodePending: (await pendingAddress(browser, now())) !== null,
    demoAccounts: demo ? DEMO_ACCOUNTS : [],
  };
}

/** Asks a code for an address; in the demo, signs in to the account that `compte` names. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const compte = form.get('compte');
  if (typeof compte === 'string') return enterDemo(compte, request, context);
  const { appUrl, address, now } = context;
  const typed = textOf(form, 'email');
  const parsed = addressForm.safeParse({ email: typed });
  if (!parsed.success) return data({ typed, error: parsed.error.issues[0]?.message ?? '' }, { status: 400 });
  const retour = returnOf(request.url);
  const browser = readCookie(request.headers.get('Cookie'), 'code', appUrl);
  const outcome = await requestCode({ ...parsed.data, browser, address, retour }, now());
  if (outcome.kind === 'limited') return data({ typed, error: tooMany(outcome, now()) }, { status: 429 });
  const cookie = writeCookie('code', outcome.browser, CODE_MINUTES * 60, appUrl);
  throw redirect(`/connexion/code${returnQuery(retour)}`, { status: 303, headers: { 'Set-Cookie': cookie } });
}

async function enterDemo(compte: string, request: Request, context: ActionFunctionArgs['context']): Promise<never> {
  const { demo, now, appUrl } = context;
  const account = await signInToDemo({ compte, demo, ...browserOf(request, context) }, now());
  throw account === null ? new Response(null, { status: 404 }) : welcome(account, request, appUrl);
}

export default function Connexion() {
  const { query, viewerName, isCodePending, demoAccounts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Se connecter" lead="Pas de mot de passe : nous vous envoyons un code par e-mail." chain />
      <div className="grid w-full max-w-xl gap-6 pt-6">
        {viewerName !== null && (
          <Notice title={`Session ouverte au nom de ${viewerName}`}>
            <p>Pour changer de compte, indiquez l’autre adresse.</p>
          </Notice>
        )}
        <AddressForm action={`/connexion${query}`} />
        {isCodePending && (
          <LinkButton to={`/connexion/code${query}`} variant="quiet">
            J’ai déjà reçu un code
          </LinkButton>
        )}
        {demoAccounts.length > 0 && <DemoAccounts action={`/connexion${query}`} accounts={demoAccounts} />}
      </div>
    </>
  );
}

function AddressForm({ action: target }: { action: string }) {
  const refused = useActionData<typeof action>();
  const errors = refused ? [refused.error] : [];
  return (
    <form method="post" action={target} className="panel grid gap-4" noValidate>
      <ErrorSummary errors={errors.map((message) => ({ id: 'email', message }))} />
      <Field
        id="email"
        label="Votre adresse e-mail"
        hint="Celle que votre relais connaît, par exemple nadia@exemple.fr."
        errors={errors}
      >
        {(control) => (
          <input
            {...control}
            type="email"
            name="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={254}
            defaultValue={refused?.typed}
          />
        )}
      </Field>
      <Button wide>Recevoir un code</Button>
      <p className="hint">
        Votre relais ne vous connaît pas encore ? <Link to="/demande-acces">Demandez un accès</Link>. Pas d’adresse
        e-mail ? Téléphonez à votre relais : il vous inscrit.
      </p>
    </form>
  );
}

function DemoAccounts({ action: target, accounts }: { action: string; accounts: readonly DemoAccount[] }) {
  return (
    <section aria-labelledby="comptes" className="grid gap-3">
      <h2 id="comptes">Comptes de démonstration</h2>
      <p className="hint">Personnes fictives : un clic suffit.</p>
      <ul className="grid gap-2">
        {accounts.map(({ compte, name, role }) => (
          <li key={compte}>
            <form method="post" action={target}>
              <Button variant="quiet" name="compte" value={compte} className="w-full justify-start text-left">
                <span>
                  {name}, <span className="font-normal text-ink">{role}</span>
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
