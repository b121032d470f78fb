/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent, round } from '../format';
import { reasonWord } from './common';

const named = (label: string, names: readonly string[]) =>
  names.length > 0 ? `${label}: ${list(names)}` : '';

const clauses = (...parts: readonly string[]) =>
  parts.filter(Boolean).join('; ');

const ofLifetime = (days: number | undefined) =>
  days !== undefined && days > 0 ? ` of ${duration(days * 86_400)}` : '';

/** `cp-b: timeout` with the reason in words; `cp-b: HTTP 500` as it is. */
const withReasonWord = (answer: string) =>
  answer.replace(
    /: ([a-z-]+)$/,
    (_, reason: string) => `: ${reasonWord(reason)}`,
  );

const countedBy: Record<string, string> = {
  probes: 'counted by their responses',
  'identity-leases': 'counted by their identity Leases',
  endpoints: 'counted by the endpoints of the Service kubernetes',
};

/** What the checks of the API servers' presence, health and certificates say. */
export const apiServerHealth = {
  'apiserver-replica-count.title': () => 'Number of API servers in service',
  'apiserver-replica-count.observed': (p: {
    serving: number;
    by: string;
    down: readonly string[];
    untold: readonly string[];
  }) =>
    clauses(
      `${count(p.serving, 'API server')} in service, ${
        countedBy[p.by] ?? p.by
      }`,
      named('not in service', p.down),
      named('status unknown', p.untold),
    ),
  'apiserver-replica-count.required': (p: {
    needed: number;
    stacked: boolean;
    /** How many would do if etcd runs elsewhere, which is not known; 0 where it is. */
    orElsewhere?: number;
  }) =>
    clauses(
      `${p.needed} API servers in service${
        p.stacked ? ', as etcd runs on the same machines' : ''
      }`,
      p.orElsewhere
        ? `${p.orElsewhere} are enough if etcd runs on machines of its own, which is unknown`
        : '',
    ),
  'apiserver-replica-count.fix': (p: {
    missing: number;
    down: readonly string[];
  }) =>
    p.down.length > 0
      ? `bring back ${list(p.down)}`
      : `add ${count(
          p.missing,
          'API server',
        )}, or give the reader access to those that run`,
  'apiserver-replica-count.untold': (p: { detail: string }) =>
    `neither the API servers nor their leases and endpoints could be read: ${p.detail}`,

  'apiserver-readyz-each.title': () => 'API server readiness',
  'apiserver-readyz-each.observed': (p: {
    ready: number;
    instances: number;
    least: number;
    down: readonly string[];
    slipped: readonly string[];
    untold: readonly string[];
    answers: readonly string[];
    /** Others may run behind the addresses that are known. */
    hidesOthers?: boolean;
    /** Ready addresses that may belong to fewer servers; 0 where that is known. */
    addresses?: number;
  }) =>
    clauses(
      `${p.ready} of ${p.instances} API servers return 200 on /readyz`,
      p.instances < p.least && !p.hidesOthers ? 'no other could take over' : '',
      p.hidesOthers ? 'more API servers may be behind the known addresses' : '',
      p.addresses
        ? `${p.addresses} addresses respond, and two of them may belong to one server`
        : '',
      p.answers.length > 0
        ? `not ready: ${list(p.answers.map(withReasonWord))}`
        : '',
      named('failed one probe so far', p.slipped),
      named('status unknown', p.untold),
    ),
  'apiserver-readyz-each.required': (p: { least: number }) =>
    `200 from every API server, and never fewer than ${p.least} ready`,
  'apiserver-readyz-each.fix': (p: { instances: readonly string[] }) =>
    `find out why ${list(
      p.instances,
    )} is not ready: run kubectl get --raw '/readyz?verbose' against its own address`,
  'apiserver-readyz-each.fix-add': (p: { least: number }) =>
    `add control-plane machines until ${p.least} API servers are ready`,
  'apiserver-readyz-each.none': () => 'no API server instance is known',

  'apiserver-etcd-path.title': () => 'Connection from API server to etcd',
  'apiserver-etcd-path.observed': (p: {
    instances: number;
    slowest: string;
    p99Seconds: number;
  }) =>
    `${count(
      p.instances,
      'API server',
    )} reach etcd; 99 % of requests within ${round(
      p.p99Seconds * 1000,
      p.p99Seconds < 0.01 ? 1 : 0,
    )} ms on the slowest, ${p.slowest}`,
  'apiserver-etcd-path.unmeasured': (p: {
    instances: number;
    /** Instances whose metrics could not be read. */
    unread?: readonly string[];
  }) =>
    clauses(
      `${count(p.instances, 'API server')} reach etcd`,
      'the latency was not measured',
      named('metrics not readable', p.unread ?? []),
    ),
  'apiserver-etcd-path.failing': (p: {
    failing: readonly string[];
    instances: number;
  }) =>
    `etcd checks fail on ${list(p.failing)} (${count(
      p.instances,
      'API server',
    )} probed)`,
  'apiserver-etcd-path.untold': (p: { instances: number }) =>
    `none of ${count(
      p.instances,
      'API server',
    )} shows the etcd checks of /readyz`,
  'apiserver-etcd-path.required': (p: { p99Seconds: number }) =>
    `every etcd check ok and 99 % of requests to etcd under ${round(
      p.p99Seconds * 1000,
      0,
    )} ms`,
  'apiserver-etcd-path.fix': (p: { instances: readonly string[] }) =>
    `bring back the etcd that ${list(p.instances)} uses, or the network to it`,
  'apiserver-etcd-path.fix-slow': () =>
    'check the disks of the etcd members and the network to them',

  'apiserver-aggregated-apis.title': () => 'Aggregated API availability',
  'apiserver-aggregated-apis.observed': (p: {
    aggregated: number;
    missing: readonly string[];
    longestSeconds: number;
  }) =>
    p.missing.length === 0
      ? `${count(p.aggregated, 'aggregated API')} available`
      : `${p.missing.length} of ${count(
          p.aggregated,
          'aggregated API',
        )} unavailable, the longest for ${duration(p.longestSeconds)}: ${list(
          p.missing,
        )}`,
  'apiserver-aggregated-apis.required': (p: { warnSeconds: number }) =>
    `every aggregated API available, none unavailable for more than ${duration(
      p.warnSeconds,
    )}`,
  'apiserver-aggregated-apis.fix': (p: { names: readonly string[] }) =>
    `bring back the Service behind ${list(
      p.names,
    )}, or delete the APIService if it is no longer used`,
  'apiserver-aggregated-apis.none': () =>
    'no API of this cluster is served by another server',

  'apiserver-cert-expiry.title': () => 'API server certificate expiry',
  'apiserver-cert-expiry.observed': (p: {
    certificates: number;
    endpoint: string;
    days: number;
    lifetimeDays?: number;
    unseen?: readonly string[];
  }) =>
    clauses(
      `${count(p.certificates, 'certificate')} observed`,
      `the first to expire, at ${p.endpoint}, has ${duration(
        p.days * 86_400,
      )}${ofLifetime(p.lifetimeDays)} left`,
      named('not observed', p.unseen ?? []),
    ),
  'apiserver-cert-expiry.due': (p: {
    endpoint: string;
    subject: string;
    days: number;
    lifetimeDays?: number;
    notAfter: string;
    more: number;
  }) =>
    `the certificate ${p.subject} at ${p.endpoint} ${
      p.days <= 0
        ? `expired on ${p.notAfter}`
        : `expires in ${duration(p.days * 86_400)}${ofLifetime(
            p.lifetimeDays,
          )} (${p.notAfter})`
    }${p.more > 0 ? `; ${p.more} more are due` : ''}`,
  'apiserver-cert-expiry.unseen': (p: {
    names: readonly string[];
    detail: string;
  }) =>
    clauses(
      p.names.length > 0
        ? `no certificate observed of ${list(p.names)}`
        : 'no certificate was presented',
      p.detail,
    ),
  'apiserver-cert-expiry.required': (p: { days: number; share?: number }) =>
    `more than ${p.days} days${
      p.share === undefined ? '' : ` or ${percent(p.share)} of its lifetime`
    } left on every certificate`,
  'apiserver-cert-expiry.fix': (p: { names: readonly string[] }) =>
    `renew the certificates of ${list(
      p.names,
    )}; with kubeadm: kubeadm certs renew all, on every control-plane node`,
} as const;
