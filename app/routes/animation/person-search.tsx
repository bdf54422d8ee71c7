import { Form, Link, useFetcher, useNavigate } from '@remix-run/react';
import { useRef } from 'react';
import type { FoundPerson } from '#app/enrollment/person-search.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Combobox } from '#app/ui/combobox.tsx';
import { Field } from '#app/ui/field.tsx';
import { Search } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface PersonSearchProps {
  sessionId: string;
  typed: string;
  found: readonly FoundPerson[];
  /** May she also add someone without a file? */
  adds: boolean;
}

/** Three letters of a name, or digits of a telephone, find her: as one types, or by the button. */
export function PersonSearch({ sessionId, typed, found, adds }: PersonSearchProps) {
  const fetcher = useFetcher<{ found: FoundPerson[] }>();
  const navigate = useNavigate();
  const asked = useRef(0);
  const here = `/animation/seances/${sessionId}/inscriptions`;
  const search = (words: string) => {
    window.clearTimeout(asked.current);
    if (words.trim().length < 2) return;
    const query = new URLSearchParams({ q: words, seance: sessionId });
    asked.current = window.setTimeout(() => fetcher.load(`/animation/personnes?${query}`), 120);
  };
  const options = (fetcher.data?.found ?? []).map(({ id, name, detail, already }) => ({
    id,
    label: name,
    detail: already === null ? detail : `${detail} — ${already}`,
  }));
  return (
    <>
      <Form method="get" action={here} role="search" aria-label="Chercher une personne" className="panel grid gap-4">
        <Field id="q" label="Nom, prénom ou téléphone" hint="Trois lettres suffisent, sans accents.">
          {(control) => (
            <Combobox
              control={control}
              name="q"
              defaultValue={typed}
              options={options}
              autoFocus
              onType={search}
              onChoose={(id) => navigate(`${here}?personne=${id}`)}
            />
          )}
        </Field>
        <div>
          <Button variant="quiet">
            <Search size={18} />
            Chercher
          </Button>
        </div>
      </Form>
      {typed !== '' && <Found typed={typed} found={found} here={here} />}
      {adds && (
        <p className="flex flex-wrap items-center gap-3">
          <span>Pas de fiche ? Parent, garde, stagiaire…</span>
          <LinkButton to={`/animation/seances/${sessionId}/participants`} variant="quiet">
            Ajouter une personne
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Found({ typed, found, here }: { typed: string; found: readonly FoundPerson[]; here: string }) {
  if (found.length === 0) {
    return (
      <Notice severity="warn" title={`Personne ne répond à « ${typed} »`} role="status">
        <p>Essayez moins de lettres, ou les derniers chiffres de son téléphone.</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby="trouvees">
      <h2 id="trouvees">{found.length === 1 ? '1 personne trouvée' : `${found.length} personnes trouvées`}</h2>
      <ul className="mt-2 grid gap-2">
        {found.map(({ id, name, detail, already }) => (
          <li key={id}>
            <Link to={`${here}?personne=${id}`} className="desk-found">
              <b>{name}</b>
              <span>
                {detail}
                {already !== null && ` — ${already}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
