import type { ReactNode } from 'react';
import { Download, ExternalLink } from '#app/ui/icons.tsx';
import type { MaterialShown } from './material-words.ts';

interface MaterialListProps {
  materials: readonly MaterialShown[];
  /** What stands beside one: who was told, a button that takes it away. */
  beside?: (material: MaterialShown) => ReactNode;
}

/** Documents to read before, then after; a file is saved, a link leads elsewhere. */
export function MaterialList({ materials, beside }: MaterialListProps) {
  const before = materials.filter(({ when }) => when === 'BEFORE');
  const after = materials.filter(({ when }) => when === 'AFTER');
  return (
    <>
      <Part title="Avant la séance" materials={before} beside={beside} />
      <Part title="Après la séance" materials={after} beside={beside} />
    </>
  );
}

function Part({
  title,
  materials,
  beside,
}: {
  title: string;
  materials: readonly MaterialShown[];
  beside: MaterialListProps['beside'];
}) {
  if (materials.length === 0) return null;
  return (
    <div className="grid gap-1">
      <p className="text-soft">{title}</p>
      <ul className="grid gap-2">
        {materials.map((material) => (
          <li key={material.id} className="grid gap-1">
            <MaterialLink material={material} />
            {beside?.(material)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function MaterialLink({ material: { title, href, outside, what } }: { material: MaterialShown }) {
  const Face = outside ? ExternalLink : Download;
  return (
    <a
      href={href}
      className="inline-flex min-h-11 min-w-0 items-center gap-2"
      {...(outside ? { rel: 'noreferrer noopener' } : { download: true })}
    >
      <Face size={18} className="flex-none" />
      <span className="min-w-0 wrap-anywhere">
        <b>{title}</b> <span className="text-soft font-normal">({what})</span>
      </span>
    </a>
  );
}
