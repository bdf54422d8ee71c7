import { Form, Link } from '@remix-run/react';
import { list } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Search } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface RelaisNamed {
  id: string;
  slug: string;
  name: string;
  communes: readonly string[];
}

interface CommuneSearchProps {
  /** What she typed; empty: nothing yet. */
  typed: string;
  /** All relais: their communes are proposed. */
  relais: readonly RelaisNamed[];
  found: readonly { relais: RelaisNamed; communes: readonly string[] }[];
}

/** Her commune, as she writes it, leads to her relais. */
export function CommuneSearch({ typed, relais, found }: CommuneSearchProps) {
  const communes = [...new Set(relais.flatMap((one) => one.communes))].sort((a, b) => a.localeCompare(b, 'fr'));
  return (
    <Form method="get" action="/" className="panel grid gap-2" role="search" aria-label="Trouver mon relais">
      <h2>Trouver mon relais</h2>
      <label htmlFor="commune">Votre commune</label>
      <div className="flex flex-wrap gap-2">
        <input
          id="commune"
          name="commune"
          className="input min-w-0 flex-[1_1_8rem]"
          list="communes"
          defaultValue={typed}
          autoComplete="address-level2"
          required
        />
        <Button>
          <Search size={18} />
          Chercher
        </Button>
      </div>
      <datalist id="communes">
        {communes.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {typed !== '' && <Found typed={typed} found={found} />}
    </Form>
  );
}

function Found({ typed, found }: Pick<CommuneSearchProps, 'typed' | 'found'>) {
  if (found.length === 0) {
    return (
      <Notice severity="warn" title={`Aucun relais trouvé pour « ${typed} »`} role="status">
        <p>Vérifiez l’orthographe, ou cherchez votre commune dans la liste des relais, plus bas.</p>
      </Notice>
    );
  }
  return (
    <Notice
      severity="success"
      title={found.length === 1 ? 'Votre relais' : 'Ces relais peuvent être le vôtre'}
      role="status"
    >
      <ul>
        {found.map(({ relais, communes }) => (
          <li key={relais.id}>
            <Link to={`/relais/${relais.slug}`} className="inline-flex min-h-11 items-center font-bold">
              {relais.name}
            </Link>{' '}
            pour {list(communes)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
