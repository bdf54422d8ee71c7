import { MaterialList } from '#app/enrollment/material-list.tsx';
import type { MaterialsOf } from '#app/enrollment/my-materials.server.ts';

/** The documents of what she is enrolled in, or went to; nothing when there are none. */
export function MyMaterials({ found }: { found: readonly MaterialsOf[] }) {
  if (found.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="documents">
      <h2 id="documents">Mes documents</h2>
      {found.map(({ activityId, title, materials }) => (
        <div key={activityId} id={`documents-${activityId}`} className="panel grid scroll-mt-6 gap-3">
          <h3>{title}</h3>
          <MaterialList materials={materials} />
        </div>
      ))}
    </section>
  );
}
