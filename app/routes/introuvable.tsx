/** Every address that no other route answers. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function Introuvable() {
  return null;
}
