import type { StageLine } from '#app/training/line-page.server.ts';

/** Each stage with its day, who brought it there and why. */
export function StageHistory({ lines }: { lines: readonly StageLine[] }) {
  return (
    <ol className="grid gap-2">
      {lines.map(({ id, on, label, by, word }) => (
        <li key={id}>
          <b>{label}</b>
          <span className="text-soft">
            , le {on}
            {by !== null && `, par ${by}`}
          </span>
          {word !== '' && <span className="block break-words">« {word} »</span>}
        </li>
      ))}
    </ol>
  );
}
