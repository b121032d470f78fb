/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { resolve } from 'node:path';
import { ConnectionError } from '../contracts';
import { ChangingFile } from '../transport/changingFile';
import {
  bearer,
  ClientIdentity,
  IdentityProvider,
} from '../transport/clientIdentity';
import { ExecCredentials } from './execCredential';
import { KubeconfigContext, readKubeconfig } from './kubeconfigFile';

interface Loaded {
  text: string;
  context: KubeconfigContext;
  exec?: ExecCredentials;
  /** The other files that the context names. */
  files: Map<string, ChangingFile>;
}

/**
 * The identity of one context of a kubeconfig. The file and those it names are
 * followed when they change; where the cluster is, is read once: another
 * server is another cluster.
 */
export class KubeconfigIdentity implements IdentityProvider {
  readonly #file: ChangingFile;
  readonly #wanted?: string;
  #loaded: Loaded | undefined;

  constructor(path: string, context?: string) {
    this.#file = new ChangingFile(resolve(path), 'connection.kubeconfig');
    this.#wanted = context;
  }

  /** The context as it stands in the file now. Errors: ConnectionError `not-configured`. */
  async context(): Promise<KubeconfigContext> {
    return (await this.#load()).context;
  }

  async current(): Promise<ClientIdentity> {
    const loaded = await this.#load();
    const { context } = loaded;
    const exec = await loaded.exec?.current();
    const token =
      context.token ??
      (await contentOf(loaded, context.tokenFile))?.trim() ??
      exec?.token;
    const identity: ClientIdentity = {
      ca: context.ca ?? (await contentOf(loaded, context.caFile)),
      cert:
        context.cert ??
        (await contentOf(loaded, context.certFile)) ??
        exec?.cert,
      key:
        context.key ?? (await contentOf(loaded, context.keyFile)) ?? exec?.key,
      authorization: token
        ? bearer(
            token,
            `connection.kubeconfig: ${this.#file.path}: the token of context "${
              context.context
            }"`,
          )
        : undefined,
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

  async #load(): Promise<Loaded> {
    const text = await this.#file.content();
    if (this.#loaded?.text === text) return this.#loaded;
    const context = readKubeconfig(text, this.#file.path, this.#wanted);
    const { exec } = context;
    this.#loaded = {
      text,
      context,
      exec: exec && new ExecCredentials({ ...context, exec }),
      files: new Map(),
    };
    return this.#loaded;
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
