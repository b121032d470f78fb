/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../contracts';
import { configuredPath } from '../configuredPath';
import { ChangingFile } from '../transport/changingFile';
import {
  bearer,
  ClientIdentity,
  IdentityProvider,
} from '../transport/clientIdentity';
import { ExecCredentials, ExecOptions } from './execCredential';
import { KubeconfigContext, readKubeconfig } from './kubeconfigFile';

interface Loaded {
  text: string;
  context: KubeconfigContext;
  exec?: ExecCredentials;
  /** The other files that the context names. */
  files: Map<string, ChangingFile>;
}

/**
 * The identity of one context of a kubeconfig, with the server that it is for.
 * The file and those it names are followed when they change. Server and
 * credential always come from one reading of the file, so that no credential
 * goes to the server of another context.
 */
export class KubeconfigIdentity implements IdentityProvider {
  readonly #file: ChangingFile;
  readonly #wanted?: string;
  readonly #execOptions: ExecOptions;
  #loaded: Loaded | undefined;

  constructor(path: string, context?: string, execOptions: ExecOptions = {}) {
    this.#file = new ChangingFile(
      configuredPath(path),
      'connection.kubeconfig',
    );
    this.#wanted = context;
    this.#execOptions = execOptions;
  }

  /** The context as it stands in the file now. Errors: ConnectionError `not-configured`. */
  async context(): Promise<KubeconfigContext> {
    return (await this.#load()).context;
  }

  async current(): Promise<ClientIdentity> {
    const loaded = await this.#load();
    const { context } = loaded;
    const where = `connection.kubeconfig: ${
      this.#file.path
    }: the token of context "${context.context}"`;
    const token = await tokenOf(loaded);
    const cert = context.cert ?? (await contentOf(loaded, context.certFile));
    const key = context.key ?? (await contentOf(loaded, context.keyFile));
    // As client-go: the plugin is run only where nothing else authenticates.
    const exec =
      token || context.basic || cert ? undefined : await loaded.exec?.current();
    const bearerToken = token ?? exec?.token;
    const identity: ClientIdentity = {
      ca: context.ca ?? (await contentOf(loaded, context.caFile)),
      caSetting: context.caFile
        ? 'certificate-authority (kubeconfig)'
        : 'certificate-authority-data (kubeconfig)',
      cert: cert ?? exec?.cert,
      key: key ?? exec?.key,
      authorization: bearerToken ? bearer(bearerToken, where) : context.basic,
      target: {
        server: context.server,
        serverName: context.serverName,
        insecure: context.insecure,
      },
    };
    if (!identity.authorization && !(identity.cert && identity.key)) {
      throw new ConnectionError(
        'not-configured',
        `connection.kubeconfig: ${this.#file.path}: context "${
          context.context
        }" has no credential. ` +
          `Required: a client certificate with its key, a token, a tokenFile or an exec plugin.`,
      );
    }
    return identity;
  }

  rejected(identity: ClientIdentity): void {
    this.#loaded?.exec?.forget(identity);
  }

  close(): void {
    this.#loaded?.exec?.close();
  }

  async #load(): Promise<Loaded> {
    const text = await this.#file.content();
    if (this.#loaded?.text === text) return this.#loaded;
    const context = readKubeconfig(text, this.#file.path, this.#wanted);
    const { exec } = context;
    const loaded: Loaded = { text, context, files: new Map() };
    if (exec) {
      loaded.exec = new ExecCredentials(
        { ...context, exec },
        async () => context.ca ?? contentOf(loaded, context.caFile),
        this.#execOptions,
      );
    }
    this.#loaded?.exec?.close();
    this.#loaded = loaded;
    return loaded;
  }
}

/**
 * The token of the context. The file wins, for it is renewed; the token beside
 * it stands in while the file cannot be read or is empty.
 * Source: k8s.io/client-go transport/token_source.go
 */
async function tokenOf(loaded: Loaded): Promise<string | undefined> {
  const { token, tokenFile } = loaded.context;
  if (!tokenFile) return token;
  try {
    return (await contentOf(loaded, tokenFile))?.trim() || token;
  } catch (error) {
    if (token && error instanceof ConnectionError) return token;
    throw error;
  }
}

async function contentOf(
  loaded: Loaded,
  path: string | undefined,
): Promise<string | undefined> {
  if (!path) return undefined;
  let file = loaded.files.get(path);
  if (!file) {
    file = new ChangingFile(
      path,
      `connection.kubeconfig, context "${loaded.context.context}"`,
    );
    loaded.files.set(path, file);
  }
  return file.content();
}
