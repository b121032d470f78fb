/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { CommandError } from '../host/exec';
import { KubernetesApiError } from './apiError';

/** Codes of Node's errors for a connection that was refused, was cut, or stayed silent. */
const connectionCodes: ReadonlySet<string> = new Set([
  'ABORT_ERR',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Statuses of a server that is not ready, has too much to do, or lost its etcd for a moment. */
const statuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Refusals that end by themselves: priority classes and roles are made after
 * an API server takes its first requests, and its authorizer learns of them
 * later still.
 */
const startingUp =
  /no PriorityClass|not yet ready to handle request|RBAC: .* not found/;

/** The same as the programs of Kubernetes and etcd print it (client-go, net/http, gRPC, etcd). */
const printed: readonly RegExp[] = [
  /connection (was )?(reset|refused|lost|closed)/i,
  /server .* was refused/i,
  /broken pipe|\bEOF\b|GOAWAY/,
  /timeout|timed out|deadline exceeded/i,
  /no route to host|network is unreachable/i,
  /too many requests|temporarily unavailable|unable to handle the request/i,
  /internal ?error|internal server error|service ?unavailable/i,
  /etcdserver: |unhealthy cluster/i,
  startingUp,
];

/**
 * Whether a failure is one that a control plane shows while it comes up, loses
 * a leader or has a connection cut, so that the same request may succeed a
 * moment later. Anything else (a refusal, an invalid object, a certificate
 * nobody signed) stays as it is however often it is tried.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof KubernetesApiError) {
    return (
      statuses.has(error.status) ||
      (error.status === 403 && startingUp.test(error.message))
    );
  }
  if (error instanceof CommandError) {
    return printed.some(pattern => pattern.test(error.output));
  }
  if (!(error instanceof Error)) {
    return false;
  }
  const { code } = error as NodeJS.ErrnoException;
  return (
    (code !== undefined && connectionCodes.has(code)) ||
    error.name === 'TimeoutError' ||
    isTransient(error.cause)
  );
}
