import type { Cast, Role } from '#tests/integration/routes/cast.ts';

/** A status, or the path to which a redirect leads, identifiers as `:id`, a mail's token as `:token`. */
export type Answer = number | `/${string}`;
export type Answers = Readonly<Record<Role, Answer>>;

export type Expectation = {
  /** what stands for the parameters of the address, `:id` and the like */
  readonly of?: (cast: Cast) => Readonly<Record<string, string>>;
  readonly query?: (cast: Cast) => `?${string}`;
  readonly get: Answers;
  /** what the form posted holds, when it is not empty */
  readonly form?: (role: Role) => Readonly<Record<string, string>>;
  /** a route without it has no action */
  readonly post?: Answers;
};

/** A line a route, by its path in app/routes.ts. */
export type Expectations = Readonly<Record<string, Expectation>>;

/** The same for all but those named. */
export function all(answer: Answer, but: Partial<Answers> = {}): Answers {
  return {
    anonymous: answer,
    am: answer,
    otherAm: answer,
    animator: answer,
    otherAnimator: answer,
    intervenant: answer,
    secretary: answer,
    coordinator: answer,
    admin: answer,
    stranger: answer,
    ...but,
  };
}

/** Personal pages: whoever is not signed in is led to sign in. */
export const SIGN_IN = { anonymous: '/connexion' } as const;
/** Another collectivité's session does not exist for her. */
export const FOREIGN = { stranger: 404 } as const;
/** Staff and intervenants book nothing for themselves. */
export const ONLY_AM = {
  animator: 404,
  otherAnimator: 404,
  intervenant: 404,
  secretary: 404,
  coordinator: 404,
  admin: 404,
  ...FOREIGN,
} as const;

/** The team's pages: nobody else is told that they exist. */
export const STAFF_ONLY = { ...SIGN_IN, am: 404, otherAm: 404, intervenant: 404, stranger: 404 } as const;
/** What is the host relais's alone: its team, and whoever works for all of them. */
export const HOST_TEAM = { ...STAFF_ONLY, otherAnimator: 404 } as const;
/** Planning, groups and needs are not the secretary's. */
export const PLANNERS = { ...STAFF_ONLY, secretary: 404 } as const;
export const HOST_PLANNERS = { ...HOST_TEAM, secretary: 404 } as const;
/** The host relais's settings are the coordinator's and the administrator's. */
export const HOST_SETTLERS = { ...HOST_PLANNERS, animator: 404 } as const;
/** The collectivité's settings: the coordinator who has them all, and the administrator. */
export const SETTLERS = { ...PLANNERS, animator: 404, otherAnimator: 404 } as const;
