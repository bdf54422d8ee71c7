import { useSearchParams } from '@remix-run/react';
import { KINDS } from '#app/catalog/kinds.ts';
import type { MyMessages } from '#app/people/my-messages.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';

/** An ANALYSE is announced to nobody. */
const FOLLOWABLE = KINDS.filter(({ kind }) => kind !== 'ANALYSE');
const ALL = { type: 'Tous les types', relais: 'Tous les relais', lieu: 'Tous les lieux' };

/**
 * What she follows for Monday's digest: the list, and a small form to follow more, filled as the address says
 * (`?relais=…&type=…`): links "Suivre" lead here.
 */
export function Follows({ mine: { follows, relais, sites } }: { mine: MyMessages }) {
  const [asked] = useSearchParams();
  const host = relais.find(({ slug }) => slug === asked.get('relais'))?.id;
  return (
    <section className="panel grid gap-4" aria-labelledby="suivis">
      <h2 id="suivis">Ce que vous suivez</h2>
      <p className="text-soft">
        Chaque lundi à 7 h, un e-mail liste les nouvelles séances où vous pouvez vous inscrire
        {follows.length === 0 ? ' dans votre relais' : ''}, s’il y en a.
      </p>
      {follows.length > 0 && (
        <ul className="grid gap-2">
          {follows.map((follow) => (
            <li key={follow.id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
              <b className="min-w-0 wrap-anywhere">{wordsOf(follow)}</b>
              <form method="post" action={`/mon-espace/messages/suivis/${follow.id}/retrait`}>
                <Button variant="quiet">
                  Retirer<span className="sr-only"> : {wordsOf(follow)}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/mon-espace/messages/suivis" className="grid gap-3">
        <Choice
          id="type"
          label="Type"
          chosen={asked.get('type') ?? ''}
          all={ALL.type}
          options={FOLLOWABLE.map(({ slug, several }) => ({ id: slug, name: several }))}
        />
        <Choice id="relais" label="Relais" chosen={host} all={ALL.relais} options={relais} />
        <Choice id="lieu" label="Lieu" chosen={asked.get('lieu') ?? ''} all={ALL.lieu} options={sites} />
        <Button variant="quiet">Suivre</Button>
      </form>
    </section>
  );
}

function wordsOf({ kind, relais, site }: MyMessages['follows'][number]): string {
  const several = KINDS.find((one) => one.kind === kind)?.several ?? 'Toutes les séances';
  return [several, relais, site].filter((word) => word !== null).join(', ');
}

interface ChoiceProps {
  id: string;
  label: string;
  chosen?: string;
  all: string;
  options: readonly { id: string; name: string }[];
}

function Choice({ id, label, chosen = '', all, options }: ChoiceProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select {...control} name={id} defaultValue={chosen}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
