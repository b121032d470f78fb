/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { CertificateInfo } from '../../snapshot/sections/certificate';
import type { Signal } from '../../snapshot/signal';
import { certificateLife, servingLifeThresholds } from '../certificateLife';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { answers, instanceName } from './instances';

/**
 * How long the certificates that clients of the API meet are valid: on each
 * API server and on the load-balanced path, by days and by the share of their
 * lifetime that is left. etcd's are judged by
 * `etcd-cert-expiry`. Those of kubelets are left out: the API server does not
 * verify them by default, so their expiry stops nothing. Client certificates
 * in files cannot be seen from outside. Unit: days.
 * Source: https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/. @public
 */
export const apiserverCertExpiry = defineCheck({
  id: 'apiserver-cert-expiry',
  layer: 'apiserver',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: [],
  consults: ['apiServers', 'apiPath'],
  thresholds: servingLifeThresholds,
  runbook: 'RB-CERT-RENEW',
  source:
    'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/',
  evaluate({ signals, thresholds, nowMs }) {
    const { apiServers, apiPath } = signals;
    const required = message('apiserver-cert-expiry.required', {
      days: thresholds.warnDays,
      share: thresholds.warnShare,
    });
    const chains: {
      name: string;
      certificates: Signal<CertificateInfo[]>;
      expected: boolean;
    }[] = [];
    for (const section of [apiServers, apiPath]) {
      if (section.state === 'unknown') {
        chains.push({
          name: section === apiServers ? 'API server' : 'API path',
          certificates: section,
          expected: section === apiServers,
        });
      }
    }
    if (apiServers.state === 'observed') {
      for (const instance of apiServers.value) {
        chains.push({
          name: instanceName(instance),
          certificates: instance.certificates,
          // An instance that is down shows none; apiserver-readyz-each judges that.
          expected: answers(instance),
        });
      }
    }
    if (apiPath.state === 'observed') {
      chains.push({
        name: apiPath.value.url,
        certificates: apiPath.value.certificates,
        expected: apiPath.value.attempts.some(
          ({ status }) => status !== undefined,
        ),
      });
    }
    const askedMs = askedThemselvesMs(apiServers);
    const shown = chains
      .flatMap(({ name, certificates }) =>
        certificates.state === 'observed'
          ? certificates.value.filter(isOfNow(askedMs)).map(certificate => ({
              name,
              certificate,
              ...certificateLife(certificate, nowMs, thresholds),
            }))
          : [],
      )
      .sort((a, b) => a.leftDays - b.leftDays);
    if (chains.length === 0) {
      const absent = apiServers.state === 'absent' ? apiServers : apiPath;
      return notApplicable(
        message('section.absent', {
          section: 'apiServers',
          detail: absent.state === 'absent' ? detailOf(absent) : '',
        }),
      );
    }
    const due = shown.filter(certificate => certificate.due !== 'no');
    if (due.length > 0) {
      // One that ends later can be worse off: it lives longer.
      const worst =
        due.find(certificate => certificate.due === 'fail') ?? due[0];
      const observed = message('apiserver-cert-expiry.due', {
        endpoint: worst.certificate.endpoint,
        subject: worst.certificate.subject,
        days: worst.leftDays,
        lifetimeDays: worst.lifetimeDays,
        notAfter: worst.certificate.notAfter,
        more: due.length - 1,
      });
      const names = [...new Set(due.map(({ name }) => name))];
      const parts = {
        fix: message('apiserver-cert-expiry.fix', { names }),
        subjects: names,
      };
      return worst.due === 'fail'
        ? fail(observed, required, parts)
        : warn(observed, required, parts);
    }
    const hidden = chains.flatMap(({ name, certificates, expected }) =>
      certificates.state === 'unknown' && (expected || shown.length === 0)
        ? [{ name, certificates }]
        : [],
    );
    if (hidden.length > 0 || shown.length === 0) {
      return unknown(
        hidden[0]?.certificates.reason ?? 'not-exposed',
        message('apiserver-cert-expiry.unseen', {
          names: hidden.map(({ name }) => name),
          detail: hidden[0] ? detailOf(hidden[0].certificates) : '',
        }),
        required,
        { subjects: hidden.map(({ name }) => name) },
      );
    }
    return pass(
      message('apiserver-cert-expiry.observed', {
        // Not those of before: how many those are, changes at every collection.
        certificates: shown.filter(one => !one.certificate.lastSeen).length,
        endpoint: shown[0].certificate.endpoint,
        days: shown[0].leftDays,
        lifetimeDays: shown[0].lifetimeDays,
        unseen: chains
          .filter(({ certificates }) => certificates.state === 'unknown')
          .map(({ name }) => name),
      }),
      required,
    );
  },
});

/** Since when every instance has shown its certificate itself; nothing where one has not. Milliseconds since the epoch. */
function askedThemselvesMs(
  apiServers: Sections['apiServers'],
): number | undefined {
  if (apiServers.state !== 'observed') return undefined;
  const signals = apiServers.value.map(({ certificates }) => certificates);
  const isWhole = signals.every(({ state }) => state === 'observed');
  if (signals.length === 0 || !isWhole) return undefined;
  return Math.min(...signals.map(({ observedAt }) => Date.parse(observedAt)));
}

/** What a server showed behind the load balancer before counts until all servers were asked themselves. */
function isOfNow(askedMs: number | undefined) {
  return ({ lastSeen }: CertificateInfo) =>
    lastSeen === undefined ||
    askedMs === undefined ||
    Date.parse(lastSeen) > askedMs;
}
