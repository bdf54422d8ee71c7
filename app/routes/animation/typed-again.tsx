import { useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Notice } from '#app/ui/notice.tsx';
import { typeAgain } from '#app/ui/typed-fields.ts';
import { keepSent, type Sent, takeSent } from './sent-form.ts';

/** Sign-in always opens another document: a document is looked at once. */
let hasLooked = false;

/**
 * A session that ends while someone writes loses nothing: what she sent in vain is typed again once she has signed in,
 * in the same tab, under the same account. It is forgotten as soon as an answer comes.
 */
export function TypedAgain({ owner }: { owner: string }) {
  const { pathname, search, key } = useLocation();
  const navigate = useNavigate();
  const here = `${pathname}${search}`;
  const [waiting, setWaiting] = useState<Sent | null>(null);
  const [toldAt, setToldAt] = useState<string | null>(null);
  useEffect(() => {
    const sent = takeSent();
    const isFirst = !hasLooked;
    hasLooked = true;
    if (isFirst && sent?.owner === owner && comesFromSignIn()) setWaiting(sent);
  }, [owner, key]);
  useEffect(() => {
    if (waiting === null) return;
    if (waiting.page !== here) return void navigate(waiting.page, { replace: true });
    setWaiting(null);
    if (typeAgain(document.body, waiting.typed)) setToldAt(here);
  }, [waiting, here, navigate]);
  useEffect(() => {
    const submitted = ({ target }: SubmitEvent) => {
      if (target instanceof HTMLFormElement && target.method === 'post') keepSent({ owner, page: here, form: target });
    };
    document.addEventListener('submit', submitted, true);
    return () => document.removeEventListener('submit', submitted, true);
  }, [owner, here]);
  return (
    <div role="status">
      {toldAt === here && (
        <div className="pt-6">
          <Notice title="Votre session s’était terminée">
            <p>Ce que vous aviez écrit est de nouveau là, pas encore enregistré : relisez, puis enregistrez.</p>
          </Notice>
        </div>
      )}
    </div>
  );
}

function comesFromSignIn(): boolean {
  const { referrer } = document;
  return referrer.startsWith(`${location.origin}/connexion`);
}
