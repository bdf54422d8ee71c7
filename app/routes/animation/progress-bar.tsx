/** A share of a whole, drawn; its words stand beside it. */
export function ProgressBar({ done, of }: { done: number; of: number }) {
  const share = of === 0 ? 0 : Math.min(100, Math.round((100 * done) / of));
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="mt-1 block h-2 w-full rounded-full"
      aria-hidden="true"
    >
      <rect width="100" height="8" fill="var(--line)" />
      <rect width={share} height="8" rx="4" fill="var(--teal)" />
    </svg>
  );
}
