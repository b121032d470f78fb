/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import type { ClientFiles } from '../cluster/clientFiles';

/** An answer of etcd other than success, with etcd's own words. */
export class EtcdError extends Error {
  readonly status: number;

  constructor(path: string, status: number, body: string) {
    super(`etcd answered ${path} with ${status}: ${body.slice(0, 300)}`);
    this.name = 'EtcdError';
    this.status = status;
  }
}

/** The parts of etcd's status the lab looks at. 64-bit numbers are text, as the gateway writes them. */
export interface EtcdStatus {
  header: { member_id: string; revision: string };
  version: string;
  dbSize: string;
  dbSizeQuota?: string;
  leader?: string;
  errors?: string[];
}

interface Alarm {
  memberID: string;
  alarm: 'NOSPACE' | 'CORRUPT';
}

/** One etcd member over its JSON gateway: what faults need to fill and to clear it. */
export class EtcdMember {
  readonly endpoint: string;
  readonly #agent: Agent;

  constructor(endpoint: string, files: ClientFiles['etcd']) {
    this.endpoint = endpoint;
    this.#agent = new Agent({
      keepAlive: true,
      ca: readFileSync(files.caFile),
      cert: readFileSync(files.certFile),
      key: readFileSync(files.keyFile),
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  status(): Promise<EtcdStatus> {
    return this.#call<EtcdStatus>('/v3/maintenance/status', {});
  }

  /** Resolves if the member takes part in a quorum: a linearizable read. */
  async readLinearizable(): Promise<void> {
    await this.#call('/v3/kv/range', { key: base64('health') });
  }

  async put(key: string, value: Buffer): Promise<void> {
    await this.#call('/v3/kv/put', {
      key: base64(key),
      value: value.toString('base64'),
    });
  }

  /** Deletes all keys that begin with `prefix`. */
  async deletePrefix(prefix: string): Promise<void> {
    const end = Buffer.from(prefix);
    end[end.length - 1] += 1;
    await this.#call('/v3/kv/deleterange', {
      key: base64(prefix),
      range_end: end.toString('base64'),
    });
  }

  async compact(revision: string): Promise<void> {
    try {
      await this.#call('/v3/kv/compaction', { revision, physical: true });
    } catch (error) {
      // Another compaction came first (API servers do one every five minutes): just as good.
      if (!String(error).includes('has been compacted')) {
        throw error;
      }
    }
  }

  async defragment(): Promise<void> {
    await this.#call('/v3/maintenance/defragment', {});
  }

  async alarms(): Promise<Alarm[]> {
    const { alarms } = await this.#call<{ alarms?: Alarm[] }>(
      '/v3/maintenance/alarm',
      { action: 'GET' },
    );
    return alarms ?? [];
  }

  async disarm({ memberID, alarm }: Alarm): Promise<void> {
    await this.#call('/v3/maintenance/alarm', {
      action: 'DEACTIVATE',
      memberID,
      alarm,
    });
  }

  #call<T>(path: string, body: object): Promise<T> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(path, this.endpoint),
        {
          method: 'POST',
          agent: this.#agent,
          signal: AbortSignal.timeout(30_000),
          headers: { 'content-type': 'application/json' },
        },
        incoming => {
          let text = '';
          incoming
            .setEncoding('utf8')
            .on('data', part => (text += part))
            .on('error', reject)
            .on('end', () => {
              const status = incoming.statusCode ?? 0;
              if (status === 200) {
                resolve(JSON.parse(text) as T);
              } else {
                reject(new EtcdError(path, status, text));
              }
            });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify(body));
    });
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
