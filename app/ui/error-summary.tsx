import { useEffect, useRef } from 'react';
import { OctagonAlert } from '#app/ui/icons.tsx';

export interface FormError {
  /** The id of the control at fault; none when the whole form is. */
  id?: string;
  message: string;
}

/** All errors of a form, above it, each linking to its control. Takes the focus when it appears; nothing when there are none. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const block = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) block.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="notice" data-tone="error" role="alert" tabIndex={-1} ref={block}>
      <OctagonAlert size={22} />
      <div>
        <p className="notice-title">
          {errors.length === 1 ? 'Une erreur à corriger' : `${errors.length} erreurs à corriger`}
        </p>
        <ul className="mt-1 grid gap-1">
          {errors.map(({ id, message }) => (
            <li key={`${id}${message}`}>{id === undefined ? message : <a href={`#${id}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
