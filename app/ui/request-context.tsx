import { createContext, useContext } from 'react';

export interface RequestFacts {
  /** The CSP nonce of this answer; absent in the browser, where no new script tag needs it. */
  nonce?: string;
  /** The number of the request that gave this document. */
  requestId?: string;
}

export const RequestContext = createContext<RequestFacts>({});

/** What the server says of the request being answered. */
export const useRequestFacts = (): RequestFacts => useContext(RequestContext);
