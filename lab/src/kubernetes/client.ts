/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type ApiAnswer, KubernetesApiError } from './apiError';
import { type ClusterAccess, readKubeconfig } from './kubeconfig';
import type { KubernetesList, KubernetesObject } from './objects';
import { type Deadline, retryTransient } from './retryTransient';

export { type ApiAnswer, KubernetesApiError } from './apiError';

/** Patches that say how the object shall be, so that they may be sent twice. */
const patchTypes = {
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const;

export interface ClientOptions {
  /**
   * Until when a call that failed for a transient reason is repeated, asked at
   * its start. Without it every failure is the caller's: those who look at the
   * state of a cluster want to see it.
   */
  retryUntil?: () => Deadline;
}

/** A small JSON client: the lab needs a handful of calls, on both sides of a machine's wall. */
export class KubernetesClient {
  readonly #access: ClusterAccess;
  readonly #agent: HttpAgent;
  readonly #retryUntil: ClientOptions['retryUntil'];

  constructor(access: ClusterAccess, options: ClientOptions = {}) {
    this.#access = access;
    this.#retryUntil = options.retryUntil;
    const { ca, cert, key } = access;
    // Plain HTTP is what "kubectl proxy" serves.
    this.#agent = access.server.startsWith('http:')
      ? new HttpAgent({ keepAlive: true })
      : new HttpsAgent({ keepAlive: true, ca, cert, key });
  }

  static fromFile(
    kubeconfig: string,
    options?: ClientOptions,
  ): KubernetesClient {
    return new KubernetesClient(readKubeconfig(kubeconfig), options);
  }

  /** Closes idle connections, so that a process can end. */
  close(): void {
    this.#agent.destroy();
  }

  get<T extends KubernetesObject>(path: string): Promise<T> {
    return this.#retried('GET', path, () => this.#json<T>('GET', path));
  }

  async list<T extends KubernetesObject>(path: string): Promise<T[]> {
    const { items } = await this.#retried('GET', path, () =>
      this.#json<KubernetesList<T>>('GET', path),
    );
    return items ?? [];
  }

  /**
   * Makes an object. A call that was cut off may have made it all the same, so
   * before it is sent again it is looked for, and what is found is returned.
   */
  create<T extends KubernetesObject>(path: string, body: T): Promise<T> {
    const own = `${path}/${body.metadata.name}`;
    let sent = false;
    return this.#retried('POST', path, async () => {
      const again = sent;
      sent = true;
      if (again) {
        const answer = await this.request('GET', own);
        if (answer.status !== 404) {
          return parsed<T>('GET', own, answer);
        }
      }
      try {
        return await this.#json<T>('POST', path, body);
      } catch (error) {
        // The call that was cut off took effect only now.
        if (again && statusOf(error) === 409) {
          return this.#json<T>('GET', own);
        }
        throw error;
      }
    });
  }

  /** A POST that stores nothing (a TokenRequest, a review) and may therefore be sent twice. */
  evaluate<T extends KubernetesObject>(path: string, body: T): Promise<T> {
    return this.#retried('POST', path, () => this.#json<T>('POST', path, body));
  }

  patch<T extends KubernetesObject>(
    path: string,
    kind: keyof typeof patchTypes,
    body: unknown,
  ): Promise<T> {
    return this.#retried('PATCH', path, () =>
      this.#json<T>('PATCH', path, body, patchTypes[kind]),
    );
  }

  /** Deletes; an object that is not there is as good as deleted. */
  delete(path: string, options: object = {}): Promise<void> {
    return this.#retried('DELETE', path, async () => {
      const text = JSON.stringify(options);
      const answer = await this.request('DELETE', path, text);
      if (answer.status >= 300 && answer.status !== 404) {
        throw new KubernetesApiError('DELETE', path, answer);
      }
    });
  }

  /** One call, never repeated; resolves with any status, rejects if there is no answer within the time. */
  request(
    method: string,
    path: string,
    body?: string,
    contentType = 'application/json',
    timeoutMs = 15_000,
  ): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.#access.server);
      const cutOff = (error: Error) =>
        reject(
          new Error(`${method} ${url}: ${error.message}`, { cause: error }),
        );
      const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
      const outgoing = send(
        url,
        {
          method,
          agent: this.#agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            // Objects as JSON; pages such as /flagz have text only.
            accept: 'application/json, */*;q=0.9',
            // The length in so many words: Node leaves it out of a DELETE, and the body would be read as the next request.
            ...(body
              ? {
                  'content-type': contentType,
                  'content-length': Buffer.byteLength(body),
                }
              : {}),
            ...(this.#access.token
              ? { authorization: `Bearer ${this.#access.token}` }
              : {}),
          },
        },
        incoming => {
          let text = '';
          incoming
            .setEncoding('utf8')
            .on('data', part => (text += part))
            .on('end', () =>
              resolve({ status: incoming.statusCode ?? 0, body: text }),
            )
            .on('error', cutOff);
        },
      );
      outgoing.on('error', cutOff);
      outgoing.end(body);
    });
  }

  #retried<T>(
    method: string,
    path: string,
    attempt: () => Promise<T>,
  ): Promise<T> {
    return this.#retryUntil
      ? retryTransient(`${method} ${path}`, this.#retryUntil(), attempt)
      : attempt();
  }

  async #json<T>(
    method: string,
    path: string,
    body?: unknown,
    contentType?: string,
  ): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return parsed<T>(
      method,
      path,
      await this.request(method, path, text, contentType),
    );
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof KubernetesApiError ? error.status : undefined;
}

function parsed<T>(method: string, path: string, answer: ApiAnswer): T {
  if (answer.status >= 300) {
    throw new KubernetesApiError(method, path, answer);
  }
  return JSON.parse(answer.body) as T;
}
