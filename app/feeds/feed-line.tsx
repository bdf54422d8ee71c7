import { CalendarPlus } from '#app/ui/icons.tsx';
import { subscribeAddresses } from './subscribe-addresses.ts';

/** One feed in one line: subscribe, or see the address. For pages that show more than one. */
export function FeedLine({ url, words }: { url: string; words: string }) {
  const { https, webcal } = subscribeAddresses(url);
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      <a href={webcal} className="inline-flex min-h-11 items-center gap-2">
        <CalendarPlus size={18} />
        {words}
      </a>
      <a
        href={https}
        className="inline-flex min-h-11 items-center text-soft"
        aria-label={`${words} : adresse à copier`}
      >
        Adresse à copier
      </a>
    </p>
  );
}
