import type { IncomingHttpHeaders } from 'node:http';

/** Who sends a request, as far as that decides what the sender may see and do. */
export interface Caller {
  /** Null where nobody has signed in. */
  readonly id: string | null;
  readonly role: string;
  /**
   * Equal for all callers who may see the same. Part of the key of everything that is kept, so that nothing read for one
   * caller is shown to another with other rights.
   */
  readonly rights: string;
}

/** The caller of requests without an account, and of the service's own operations. */
export const anonymous: Caller = { id: null, role: 'anonymous', rights: 'anonymous' };

/** Among whom the service shares its capacity: callers who have signed in, and the addresses of those who have not. */
export const clientOf = ({ id }: Caller, address: string): string =>
  id === null ? `address ${address}` : `caller ${id}`;

/** Finds out who sends a request. */
export type Authenticate = (headers: IncomingHttpHeaders) => Caller | Promise<Caller>;
