/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { Agent, request as httpsRequest } from 'node:https';
import { type ClusterAccess, readKubeconfig } from './kubeconfig';
import type { KubernetesList, KubernetesObject } from './objects';

/** An answer of an API server, whatever its status. */
export interface ApiAnswer {
  status: number;
  body: string;
}

/** An answer other than success; `status` 0 never occurs here, a failed connection is an ordinary Error. */
export class KubernetesApiError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(method: string, path: string, answer: ApiAnswer) {
    const { reason, message } = statusOf(answer.body);
    super(`${method} ${path} was answered ${answer.status}: ${message}`);
    this.name = 'KubernetesApiError';
    this.status = answer.status;
    this.reason = reason;
  }
}

const patchTypes = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** A small JSON client: the lab needs a handful of calls, on both sides of a machine's wall. */
export class KubernetesClient {
  readonly #access: ClusterAccess;
  readonly #agent: Agent;

  constructor(access: ClusterAccess) {
    this.#access = access;
    this.#agent = new Agent({
      keepAlive: true,
      ca: access.ca,
      cert: access.cert,
      key: access.key,
    });
  }

  static fromFile(kubeconfig: string): KubernetesClient {
    return new KubernetesClient(readKubeconfig(kubeconfig));
  }

  /** Closes idle connections, so that a process can end. */
  close(): void {
    this.#agent.destroy();
  }

  get<T extends KubernetesObject>(path: string): Promise<T> {
    return this.#json<T>('GET', path);
  }

  async list<T extends KubernetesObject>(path: string): Promise<T[]> {
    const { items } = await this.#json<KubernetesList<T>>('GET', path);
    return items ?? [];
  }

  create<T extends KubernetesObject>(path: string, body: T): Promise<T> {
    return this.#json<T>('POST', path, body);
  }

  replace<T extends KubernetesObject>(path: string, body: T): Promise<T> {
    return this.#json<T>('PUT', path, body);
  }

  patch<T extends KubernetesObject>(
    path: string,
    kind: keyof typeof patchTypes,
    body: unknown,
  ): Promise<T> {
    return this.#json<T>('PATCH', path, body, patchTypes[kind]);
  }

  /** Deletes; an object that is not there is as good as deleted. */
  async delete(path: string, options: object = {}): Promise<void> {
    const answer = await this.request('DELETE', path, JSON.stringify(options));
    if (answer.status >= 300 && answer.status !== 404) {
      throw new KubernetesApiError('DELETE', path, answer);
    }
  }

  /** One call; resolves with any status, rejects if there is no answer within the time. */
  request(
    method: string,
    path: string,
    body?: string,
    contentType = 'application/json',
    timeoutMs = 15_000,
  ): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.#access.server);
      const outgoing = httpsRequest(
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
            .on('error', reject);
        },
      );
      outgoing.on('error', error =>
        reject(
          new Error(`${method} ${url}: ${error.message}`, { cause: error }),
        ),
      );
      outgoing.end(body);
    });
  }

  async #json<T>(
    method: string,
    path: string,
    body?: unknown,
    contentType?: string,
  ): Promise<T> {
    const answer = await this.request(
      method,
      path,
      body === undefined ? undefined : JSON.stringify(body),
      contentType,
    );
    if (answer.status >= 300) {
      throw new KubernetesApiError(method, path, answer);
    }
    return JSON.parse(answer.body) as T;
  }
}

function statusOf(body: string): { reason: string; message: string } {
  try {
    const { reason, message } = JSON.parse(body) as {
      reason?: string;
      message?: string;
    };
    return { reason: reason ?? '', message: message ?? body.slice(0, 500) };
  } catch {
    // Not a Status object: HAProxy or another speaks here; its words are shown as they are.
    return { reason: '', message: body.slice(0, 500) };
  }
}
