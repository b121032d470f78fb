/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createSecureContext, PeerCertificate, SecureContext } from 'node:tls';
import { ConnectionError } from '../contracts';
import type { ClientIdentity } from './clientIdentity';
import { resumingConnector } from './resumingConnector';
import { RestingPool } from './restingPool';
import { Turns } from './turns';

/**
 * Sockets are kept through one collection and not to the next: a reset of a socket
 * that has idled since the last one says nothing about the server now, and
 * whether a fresh connection succeeds is the question. (proposal)
 */
const KEEP_ALIVE_MS = 4_000;

/** SYN retransmissions come after 1 and 3 s; what has not connected by then is not serving. (proposal) */
const CONNECT_TIMEOUT_MS = 5_000;

/** After its last socket. */
const REST_MS = KEEP_ALIVE_MS + 1_000;

/** How one kind of server is spoken to. */
export interface PoolOptions {
  /** Which rules these are: one address may be asked under several. */
  kind: string;
  /** At most so many sockets at once. */
  connections: number;
  /** Name in the TLS greeting. */
  servername?: string;
  /** False: the certificate is not judged. */
  verify: boolean;
  checkServerIdentity: (
    host: string,
    certificate: PeerCertificate,
  ) => Error | undefined;
}

/** The sockets to one address, and the order in which requests use them. */
export interface Sockets {
  pool: RestingPool;
  turns: Turns;
}

interface Entry extends Sockets {
  /** Everything that a socket of it was opened with. */
  mark: string;
}

/**
 * One undici pool for each address that is asked, the least recently used closed
 * when there are too many. HTTP/1.1 only: over HTTP/2, undici's receive window makes a
 * large list 15 times slower across a WAN, and one lost packet stalls every
 * probe at once.
 */
export class PoolCache {
  readonly #limit: number;
  readonly #entries = new Map<string, Entry>();
  #context: { material: string; context: SecureContext } | undefined;
  #closed = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The sockets to an origin, made anew when the certificates or the way they are judged have changed. */
  sockets(
    origin: string,
    identity: ClientIdentity,
    options: PoolOptions,
  ): Sockets {
    if (this.#closed) {
      throw Object.assign(new Error('the connection is closed'), {
        code: 'UND_ERR_CLOSED',
      });
    }
    const material = materialOf(identity);
    // A socket is as trusted as it was when it was opened: whether the server was verified belongs to it.
    const { servername, verify } = options;
    const mark = JSON.stringify([material, servername, verify]);
    const key = `${options.kind} ${origin}`;
    const found = this.#entries.get(key);
    if (found) this.#entries.delete(key);
    if (found?.mark === mark) {
      // The end of a Map is its youngest.
      this.#entries.set(key, found);
      return found;
    }
    if (found) retire(found.pool);
    const pool = new RestingPool(
      origin,
      {
        connections: options.connections,
        pipelining: 1,
        allowH2: false,
        keepAliveTimeout: KEEP_ALIVE_MS,
        keepAliveMaxTimeout: KEEP_ALIVE_MS,
        connect: resumingConnector({
          allowH2: false,
          secureContext: this.#secureContext(identity, material),
          servername,
          rejectUnauthorized: verify,
          checkServerIdentity: options.checkServerIdentity,
          timeout: CONNECT_TIMEOUT_MS,
        }),
      },
      REST_MS,
    );
    const entry: Entry = { pool, turns: new Turns(), mark };
    this.#entries.set(key, entry);
    for (const [oldest, { pool: unused }] of this.#entries) {
      if (this.#entries.size <= this.#limit) break;
      this.#entries.delete(oldest);
      retire(unused);
    }
    return entry;
  }

  /** Ends all sockets, also those in use. */
  async close(): Promise<void> {
    this.#closed = true;
    const pools = [...this.#entries.values()].map(({ pool }) => pool);
    this.#entries.clear();
    await Promise.all(pools.map(pool => pool.destroy()));
  }

  /** Shared by all pools: a parsed CA bundle is half a megabyte. */
  #secureContext(identity: ClientIdentity, material: string): SecureContext {
    if (this.#context?.material !== material) {
      this.#context = { material, context: secureContextOf(identity) };
    }
    return this.#context.context;
  }
}

function secureContextOf({ ca, cert, key }: ClientIdentity): SecureContext {
  try {
    return createSecureContext({ ca, cert, key });
  } catch (error) {
    throw new ConnectionError(
      'not-configured',
      'the CA, the client certificate or its key is not usable. ' +
        'Required: PEM, and a key that belongs to the certificate.',
      { cause: error },
    );
  }
}

function materialOf({ ca, cert, key }: ClientIdentity): string {
  return JSON.stringify([ca, cert, key]);
}

/** Lets requests under way end, then closes. */
function retire(pool: RestingPool): void {
  // Nobody waits for it, and a socket that fails while it is closed is closed.
  void pool.close().catch(() => {});
}
