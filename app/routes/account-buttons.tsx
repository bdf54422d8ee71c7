import type { AccountChoice } from '#app/auth/outcomes.ts';
import { Button } from '#app/ui/button.tsx';

/** One button an account, each submitting its form with the account's id as `personne`. */
export function AccountButtons({ accounts }: { accounts: readonly AccountChoice[] }) {
  return accounts.map(({ personId, name, collectivite }) => (
    <Button key={personId} variant="quiet" name="personne" value={personId} className="justify-start text-left">
      <span>
        {collectivite}, <span className="font-normal text-ink">{name}</span>
      </span>
    </Button>
  ));
}
