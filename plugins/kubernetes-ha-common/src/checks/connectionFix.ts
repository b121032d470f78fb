/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Message, message, say } from '../messages';
import type { FixComponent, FixKind } from '../messages/en/connectionFix';
import type { CertificateInfo } from '../snapshot/sections/certificate';
import type { Probe } from '../snapshot/sections/probe';
import type { ConnectionFailure } from '../snapshot/connectionFailure';
import type { Detail, Signal, UnknownReason } from '../snapshot/signal';

/** A request that failed, in the terms of the snapshot. */
export interface FailedRequest {
  /** Where the request went: a member, a node, an instance. */
  name: string;
  /** Its address, `host:port` or a URL; missing where none is known. */
  address?: string;
  /** HTTP status; missing without an answer. */
  status?: number;
  reason?: UnknownReason;
  /** The error itself. */
  detail?: Detail;
  failure?: ConnectionFailure;
  /** Issuer of the certificate that it presents, where another reading shows it. */
  issuer?: string;
  /** Names of the health checks that it reports as failed. */
  failedChecks?: readonly string[];
}

/**
 * The fix of failed requests, for the reason that was observed: a refused
 * connection is a process that is down on a host that responds, a timeout is
 * the host or the network, a certificate that is not trusted here is a matter of
 * both sides, 401 and 403 are rights. Nothing where no reason is known. Pure.
 */
export function connectionFix(
  component: FixComponent,
  failed: readonly FailedRequest[],
): Message | undefined {
  const places = new Map<FixKind, string[]>();
  for (const request of failed) {
    const kind = fixKindOf(request);
    if (!kind) continue;
    const known = places.get(kind);
    if (known) known.push(placeOf(request));
    else places.set(kind, [placeOf(request)]);
  }
  if (places.size === 0) return undefined;
  const untrusted = failed.filter(
    ({ failure }) => failure?.fault === 'unknown-authority',
  );
  const trusted = untrusted.find(({ failure }) => failure?.trusted)?.failure
    ?.trusted;
  return message('connection.fix', {
    component,
    ...Object.fromEntries(places),
    issuers: distinct(
      untrusted.flatMap(
        ({ failure, issuer }) => failure?.issuer ?? issuer ?? [],
      ),
    ),
    trustedBy: trusted?.setting ?? '',
    trusted: trusted?.subjects ?? [],
    failedChecks: distinct(
      failed.flatMap(({ failedChecks = [] }) => failedChecks),
    ),
  });
}

/** Runbook for failures of the reader's own connection. */
export const CONNECTION_RUNBOOK = 'RB-CONNECTION';

/** A probe that failed, with the certificate that was presented to another. */
export function failedProbe(
  name: string,
  address: string | undefined,
  { status, reason, detail, failure }: Probe,
  certificates: Signal<CertificateInfo[]>,
): FailedRequest {
  const issuer =
    certificates.state === 'observed'
      ? certificates.value[0]?.issuer
      : undefined;
  return {
    name,
    ...(address && { address }),
    status,
    reason,
    detail,
    failure,
    ...(issuer && { issuer }),
  };
}

/** What was observed at an address, with the error itself: `cp-b (10.0.0.2:2379): connect ECONNREFUSED …`. */
export function requestErrors(failed: readonly FailedRequest[]): string[] {
  return failed.flatMap(request => {
    const { status, reason, detail } = request;
    const error =
      (typeof detail === 'object' ? say(detail) : detail) ||
      (status === undefined ? reason : `HTTP ${status}`) ||
      '';
    return error ? [`${placeOf(request)}: ${error}`] : [];
  });
}

const ownFaults: ReadonlySet<FixKind> = new Set<FixKind>([
  'nameNotFound',
  'unknownAuthority',
  'nameMismatch',
  'clientCertificate',
  'noTls',
  'unauthorised',
  'forbidden',
  'notConfigured',
]);

/** True where every failure is of the reader's own connection, and says nothing about the component. */
export function isOwnFault(failed: readonly FailedRequest[]): boolean {
  return (
    failed.length > 0 &&
    failed.every(request => {
      const kind = fixKindOf(request);
      return kind !== undefined && ownFaults.has(kind);
    })
  );
}

const kindOfFault: Readonly<Record<ConnectionFailure['fault'], FixKind>> = {
  closed: 'closed',
  'name-not-found': 'nameNotFound',
  'no-route': 'noRoute',
  'unknown-authority': 'unknownAuthority',
  'certificate-expired': 'expired',
  'certificate-not-yet-valid': 'notYetValid',
  'name-mismatch': 'nameMismatch',
  'client-certificate': 'clientCertificate',
  'no-tls': 'noTls',
};

const kindOfReason: Readonly<Partial<Record<UnknownReason, FixKind>>> = {
  refused: 'refused',
  timeout: 'timeout',
  unreachable: 'unreachable',
  tls: 'tls',
  unauthorised: 'unauthorised',
  forbidden: 'forbidden',
  throttled: 'throttled',
  'server-error': 'serverError',
  'not-found': 'notFound',
  'not-configured': 'notConfigured',
};

function fixKindOf({
  status,
  reason,
  failure,
  failedChecks,
}: FailedRequest): FixKind | undefined {
  if (failure) return kindOfFault[failure.fault];
  const kind = reason && kindOfReason[reason];
  if (kind) return kind;
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  const isAnswered = status !== undefined && status >= 500;
  return isAnswered || (failedChecks && failedChecks.length > 0)
    ? 'serverError'
    : undefined;
}

function placeOf({ name, address }: FailedRequest): string {
  return address && address !== name ? `${name} (${address})` : name;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
