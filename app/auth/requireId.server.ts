import { isUuid } from '#app/db/uuid.ts';

/**
 * The row's id that an address holds.
 *
 * @throws 404 for any other text
 */
export function requireId({ id }: { readonly id?: string | undefined }): string {
  if (id === undefined || !isUuid(id)) throw new Response(null, { status: 404 });
  return id;
}
