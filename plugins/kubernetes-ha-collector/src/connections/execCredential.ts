/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { ConnectionError } from '../contracts';
import { z } from 'zod/v4';
import { bearer } from '../transport/clientIdentity';
import type { KubeconfigContext } from './kubeconfigFile';

/** A plugin that has not answered by then is stuck, or waits for a person. (proposal) */
const EXEC_TIMEOUT_MS = 30_000;
/** Shortest time between two runs, whatever came of the first: a look makes some twenty requests, and each could want one. (proposal) */
const PAUSE_MS = 10_000;
/** A credential is renewed this long before it ends, so that no request starts with one that dies on the way. (proposal) */
const EXPIRY_MARGIN_MS = 60_000;

const apiVersions = [
  'client.authentication.k8s.io/v1',
  'client.authentication.k8s.io/v1beta1',
];

const credentialSchema = z.object({
  kind: z.literal('ExecCredential'),
  status: z.object({
    token: z.string().min(1).optional(),
    clientCertificateData: z.string().min(1).optional(),
    clientKeyData: z.string().min(1).optional(),
    expirationTimestamp: z.string().optional(),
  }),
});

/** What a plugin gave. Secret. */
export interface ExecCredential {
  token?: string;
  cert?: string;
  key?: string;
}

type ExecContext = KubeconfigContext & {
  exec: NonNullable<KubeconfigContext['exec']>;
};

/**
 * Asks an exec credential plugin, as kubectl does, and keeps its answer until
 * it ends or the cluster refuses it. One run at a time, and a pause between
 * two: a plugin that opens a session with each run would otherwise be run for
 * every request of a look that a cluster answers with 401.
 *
 * Done here, without client-node: that costs 400 ms and 50 MB to load.
 * Source: https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export class ExecCredentials {
  readonly #context: ExecContext;
  readonly #now: () => number;
  #kept:
    | { credential: ExecCredential; since: number; until: number }
    | undefined;
  #failure: { error: unknown; until: number } | undefined;
  #running: Promise<ExecCredential> | undefined;

  constructor(context: ExecContext, now: () => number = () => Date.now()) {
    this.#context = context;
    this.#now = now;
  }

  /** Errors: ConnectionError `not-configured` or `timeout` naming the command. */
  async current(): Promise<ExecCredential> {
    if (this.#kept && this.#now() < this.#kept.until) {
      return this.#kept.credential;
    }
    if (this.#failure && this.#now() < this.#failure.until) {
      throw this.#failure.error;
    }
    this.#running ??= this.#attempt();
    return this.#running;
  }

  /**
   * Drops the kept credential, should it be the one that was refused and not
   * have come a moment ago: the next request asks again.
   */
  forget(refused: { authorization?: string; cert?: string }): void {
    if (!this.#kept) return;
    const { credential, since } = this.#kept;
    const isKept = credential.token
      ? refused.authorization === `Bearer ${credential.token}`
      : refused.cert === credential.cert;
    if (isKept && this.#now() - since >= PAUSE_MS) this.#kept = undefined;
  }

  async #attempt(): Promise<ExecCredential> {
    try {
      return await this.#run();
    } catch (error) {
      this.#failure = { error, until: this.#now() + PAUSE_MS };
      throw error;
    } finally {
      this.#running = undefined;
    }
  }

  async #run(): Promise<ExecCredential> {
    const { exec } = this.#context;
    if (!apiVersions.includes(exec.apiVersion)) {
      throw this.#failed(
        `has apiVersion ${exec.apiVersion}. Required: ${apiVersions.join(
          ' or ',
        )}`,
      );
    }
    if (exec.interactiveMode === 'Always') {
      throw this.#failed(
        'wants a terminal (interactiveMode Always). Required: one that works without a person',
      );
    }
    const output = await this.#output();
    const status = this.#statusOf(output);
    const credential = {
      token: status.token,
      cert: status.clientCertificateData,
      key: status.clientKeyData,
    };
    if (!credential.token && !(credential.cert && credential.key)) {
      throw this.#failed(
        'gave neither a token nor a certificate with its key. Required: one of them',
      );
    }
    if (credential.token) {
      bearer(credential.token, `${this.#name()}: the token`);
    }
    const since = this.#now();
    const end = status.expirationTimestamp
      ? Date.parse(status.expirationTimestamp)
      : Infinity;
    this.#kept = {
      credential,
      since,
      // One that lives shorter than the margin is used as long as the pause lasts.
      until: Math.max(end - EXPIRY_MARGIN_MS, Math.min(end, since + PAUSE_MS)),
    };
    return credential;
  }

  async #output(): Promise<string> {
    const { exec, server, serverName, insecure, ca } = this.#context;
    const info = {
      apiVersion: exec.apiVersion,
      kind: 'ExecCredential',
      spec: {
        interactive: false,
        ...(exec.provideClusterInfo && {
          cluster: {
            server: server.href,
            'tls-server-name': serverName,
            'insecure-skip-tls-verify': insecure,
            'certificate-authority-data':
              ca && Buffer.from(ca).toString('base64'),
          },
        }),
      },
    };
    // A name with a slash is relative to the kubeconfig, any other is looked up in PATH.
    const command = exec.command.includes('/')
      ? resolve(exec.directory, exec.command)
      : exec.command;
    try {
      const { stdout } = await promisify(execFile)(command, exec.args ?? [], {
        env: {
          ...process.env,
          ...Object.fromEntries(
            (exec.env ?? []).map(({ name, value }) => [name, value]),
          ),
          KUBERNETES_EXEC_INFO: JSON.stringify(info),
        },
        timeout: EXEC_TIMEOUT_MS,
        maxBuffer: 1024 * 1024,
      });
      return stdout;
    } catch (error) {
      throw this.#failed(`failed (${outcomeOf(error)})${this.#hint()}`, error);
    }
  }

  #statusOf(output: string): z.infer<typeof credentialSchema>['status'] {
    try {
      return credentialSchema.parse(JSON.parse(output)).status;
    } catch {
      // No cause: what the plugin wrote may be a credential.
      throw this.#failed(
        'did not write an ExecCredential. Required: its JSON on standard output',
      );
    }
  }

  #hint(): string {
    const { installHint } = this.#context.exec;
    return installHint ? `. ${installHint.trim()}` : '';
  }

  #failed(observed: string, cause?: unknown): ConnectionError {
    return new ConnectionError(
      isKilled(cause) ? 'timeout' : 'not-configured',
      `${this.#name()} ${observed}.`,
      { cause },
    );
  }

  #name(): string {
    const { context, exec } = this.#context;
    return `connection.kubeconfig: exec plugin "${exec.command}" of context "${context}"`;
  }
}

function isKilled(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'killed' in error &&
    error.killed === true
  );
}

/** Exit code or errno; not the message, which repeats the arguments, and not its output. */
function outcomeOf(error: unknown): string {
  if (isKilled(error)) return `no answer within ${EXEC_TIMEOUT_MS / 1000} s`;
  if (typeof error !== 'object' || error === null || !('code' in error)) {
    return 'could not be run';
  }
  return typeof error.code === 'number'
    ? `exit code ${error.code}`
    : String(error.code);
}
