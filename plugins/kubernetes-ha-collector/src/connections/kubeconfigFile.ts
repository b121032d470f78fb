/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ConnectionError } from '../contracts';
import { ClusterSettings, clusterSettings } from './kubeconfigCluster';
import { Kubeconfig, parseGoYaml, parseKubeconfig } from './kubeconfigSchema';
import {
  isProblem,
  Problem,
  UserSettings,
  userSettings,
} from './kubeconfigUser';

/** One context of a kubeconfig with its cluster and user, paths made absolute. Holds secrets. */
export interface KubeconfigContext extends ClusterSettings, UserSettings {
  context: string;
}

/**
 * Reads one context of a kubeconfig by the rules of client-go. Paths in it are
 * relative to the file.
 *
 * Errors: ConnectionError `not-configured` saying what was found and what is needed.
 */
export function readKubeconfig(
  text: string,
  file: string,
  wanted?: string,
): KubeconfigContext {
  const config = parsed(text, file);
  const { contexts, clusters, users } = config;
  const name = wanted ?? config['current-context'];
  if (!name) {
    throw refused(
      file,
      'has no current-context',
      'Set connection.context to one of its contexts',
      contexts,
    );
  }
  const context = contexts.find(entry => entry.name === name);
  if (!context) {
    throw refused(
      file,
      `has no context "${name}"`,
      'Required: one of its contexts',
      contexts,
    );
  }
  const { cluster: clusterName, user: userName } = context.context ?? {};
  const cluster = clusters.find(c => c.name === clusterName)?.cluster;
  if (!cluster) {
    throw refused(
      file,
      `has no cluster "${clusterName ?? ''}", which context "${name}" names`,
      'Required: one of its clusters',
      clusters,
    );
  }
  const user = users.find(u => u.name === userName)?.user;
  if (!user) {
    // kubectl asks for a password on the terminal then.
    throw refused(
      file,
      `has no user "${userName ?? ''}", which context "${name}" names`,
      'Required: one of its users',
      users,
    );
  }
  const who = usable(userSettings(user, file), file);
  const where = usable(clusterSettings(cluster, file), file);
  return { context: name, ...where, ...who };
}

function usable<T extends object>(settings: T | Problem, file: string): T {
  if (!isProblem(settings)) return settings;
  throw refused(file, settings.observed, settings.required, []);
}

function parsed(text: string, file: string): Kubeconfig {
  let document: unknown;
  try {
    document = parseGoYaml(text);
  } catch (error) {
    // The parser quotes the lines around the mistake, and they may hold a key.
    throw refused(
      file,
      'is not valid YAML',
      'Required: a kubeconfig',
      [],
      error,
    );
  }
  const result = parseKubeconfig(document);
  if ('config' in result) return result.config;
  throw refused(
    file,
    `is not a kubeconfig: ${result.problem}`,
    'Required: a kubeconfig as kubectl reads it',
    [],
  );
}

function refused(
  file: string,
  observed: string,
  required: string,
  choices: readonly { name: string }[],
  cause?: unknown,
): ConnectionError {
  const names = choices.map(({ name }) => `"${name}"`).join(', ');
  return new ConnectionError(
    'not-configured',
    `connection.kubeconfig: ${file} ${observed}. ${required}${
      names ? `: ${names}` : ''
    }.`,
    { cause },
  );
}
