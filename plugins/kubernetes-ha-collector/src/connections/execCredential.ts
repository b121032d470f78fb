/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { resolve } from 'node:path';
import { ConnectionError } from '../contracts';
import { bearer } from '../transport/clientIdentity';
import { ExecCredential, readExecAnswer } from './execAnswer';
import { execEnvironment } from './execEnvironment';
import { ExecFailure, ExecLimits, runExecPlugin } from './execPlugin';
import type { KubeconfigContext } from './kubeconfigFile';

/** Shortest time between two runs, whatever came of the first: a collection makes some twenty requests, and each could want one. (proposal) */
const PAUSE_MS = 10_000;
/** A plugin that fails again and again is run ever more rarely, up to this. (proposal) */
const LONGEST_PAUSE_MS = 300_000;
/** A credential is renewed this long before it ends, so that no request starts with one that dies on the way. (proposal) */
const EXPIRY_MARGIN_MS = 60_000;

type ExecContext = KubeconfigContext & {
  exec: NonNullable<KubeconfigContext['exec']>;
};

/** What plugins are run with. */
export interface ExecOptions {
  /** Names of the backend's environment that plugins see besides the usual ones. */
  environment?: readonly string[];
  limits?: ExecLimits;
}

/**
 * Asks an exec credential plugin, as kubectl does, and keeps its answer until
 * it ends or the cluster refuses it. One run at a time, and a pause between
 * two, longer after each failure: a plugin that opens a session with each run
 * would otherwise be run for every request that a cluster answers with 401.
 *
 * Done here, without client-node: that costs 400 ms and 50 MB to load, and
 * hands the plugin the whole environment.
 * Source: https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export class ExecCredentials {
  readonly #context: ExecContext;
  /** PEM of the cluster's CA, for a plugin that asks for it. */
  readonly #ca: () => Promise<string | undefined>;
  readonly #options: ExecOptions;
  readonly #closed = new AbortController();
  #kept:
    | { credential: ExecCredential; since: number; until: number }
    | undefined;
  #failure: { error: unknown; until: number; pauseMs: number } | undefined;
  #running: Promise<ExecCredential> | undefined;

  constructor(
    context: ExecContext,
    ca: () => Promise<string | undefined>,
    options: ExecOptions = {},
  ) {
    this.#context = context;
    this.#ca = ca;
    this.#options = options;
  }

  /** Errors: ConnectionError `not-configured` or `timeout` naming the command. */
  async current(): Promise<ExecCredential> {
    const now = Date.now();
    if (this.#kept && now < this.#kept.until) return this.#kept.credential;
    if (this.#failure && now < this.#failure.until) throw this.#failure.error;
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
    if (isKept && Date.now() - since >= PAUSE_MS) this.#kept = undefined;
  }

  /** Ends a plugin that runs. Idempotent. */
  close(): void {
    this.#closed.abort();
  }

  async #attempt(): Promise<ExecCredential> {
    try {
      const credential = await this.#run();
      this.#failure = undefined;
      return credential;
    } catch (error) {
      const pauseMs = Math.min(
        this.#failure ? this.#failure.pauseMs * 2 : PAUSE_MS,
        LONGEST_PAUSE_MS,
      );
      this.#failure = { error, until: Date.now() + pauseMs, pauseMs };
      throw error;
    } finally {
      this.#running = undefined;
    }
  }

  async #run(): Promise<ExecCredential> {
    const answer = readExecAnswer(
      await this.#output(),
      this.#context.exec.apiVersion ?? '',
    );
    if ('problem' in answer) throw this.#failed(answer.problem);
    const { credential, endMs = Infinity } = answer;
    if (credential.token) {
      bearer(credential.token, `${this.#name()}: the token`);
    }
    const since = Date.now();
    this.#kept = {
      credential,
      since,
      // One that lives shorter than the margin is used as long as the pause lasts.
      until: Math.max(endMs - EXPIRY_MARGIN_MS, since + PAUSE_MS),
    };
    return credential;
  }

  async #output(): Promise<string> {
    const { exec } = this.#context;
    const command = exec.command ?? '';
    try {
      return await runExecPlugin(
        {
          // A name with a slash is relative to the kubeconfig, any other is looked up in PATH.
          command: command.includes('/')
            ? resolve(exec.directory, command)
            : command,
          args: exec.args,
          env: {
            ...execEnvironment(process.env, this.#options.environment),
            ...Object.fromEntries(
              exec.env.map(({ name, value }) => [name ?? '', value ?? '']),
            ),
            KUBERNETES_EXEC_INFO: JSON.stringify(await this.#info()),
          },
        },
        this.#closed.signal,
        this.#options.limits,
      );
    } catch (error) {
      if (!(error instanceof ExecFailure)) throw error;
      throw this.#failed(`failed (${error.message})${this.#hint()}`, error);
    }
  }

  /** What kubectl puts into KUBERNETES_EXEC_INFO. */
  async #info(): Promise<object> {
    const context = this.#context;
    const { exec } = context;
    const ca = exec.provideClusterInfo ? await this.#ca() : undefined;
    return {
      kind: 'ExecCredential',
      apiVersion: exec.apiVersion,
      spec: {
        interactive: false,
        ...(exec.provideClusterInfo && {
          cluster: {
            server: context.server.href.replace(/\/$/, ''),
            'tls-server-name': context.serverName,
            ...(context.insecure && { 'insecure-skip-tls-verify': true }),
            ...(ca !== undefined && {
              'certificate-authority-data': Buffer.from(ca).toString('base64'),
            }),
            ...(context.disableCompression && { 'disable-compression': true }),
            config: context.execExtension ?? null,
          },
        }),
      },
    };
  }

  #hint(): string {
    const { installHint } = this.#context.exec;
    return installHint ? `. ${installHint.trim()}` : '';
  }

  #failed(observed: string, cause?: ExecFailure): ConnectionError {
    return new ConnectionError(
      cause?.timedOut ? 'timeout' : 'not-configured',
      `${this.#name()} ${observed}.`,
      { cause },
    );
  }

  #name(): string {
    const { context, exec } = this.#context;
    return `connection.kubeconfig: exec plugin "${exec.command}" of context "${context}"`;
  }
}
