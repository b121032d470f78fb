/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { certificateLife, servingLifeThresholds } from '../certificateLife';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { memberReadings, unread } from './memberReadings';

const DAY_SECONDS = 86_400;

/**
 * How long the certificates on the members' client and peer ports are valid,
 * by days and by the share of their lifetime that is left.
 * An expired one shuts the member out of its own cluster. Unit: days.
 * Source: https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/. @public
 */
export const etcdCertExpiry = defineCheck({
  id: 'etcd-cert-expiry',
  layer: 'etcd',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    ...servingLifeThresholds,
    caWarnDays: {
      value: 730,
      unit: 'd',
      source:
        'openshift/cluster-etcd-operator jsonnet/custom.libsonnet (etcdSignerCAExpirationWarning)',
    },
    caFailDays: {
      value: 365,
      unit: 'd',
      source:
        'openshift/cluster-etcd-operator jsonnet/custom.libsonnet (etcdSignerCAExpirationCritical)',
    },
    caWarnShare: {
      value: 0.2,
      unit: 'ratio',
      source: '(proposal) 730 days of an authority of ten years',
    },
    caFailShare: {
      value: 0.1,
      unit: 'ratio',
      source: '(proposal) 365 days of an authority of ten years',
    },
  },
  runbook: 'RB-CERT-RENEW',
  source:
    'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/',
  evaluate({ values: { etcd }, thresholds, nowMs }) {
    const readings = memberReadings(
      etcd,
      'certificates',
      ({ certificates }) => certificates,
    );
    const shown = readings.known
      .flatMap(({ name, value }) =>
        value.map(certificate => {
          const { isCa } = certificate;
          const life = certificateLife(
            certificate,
            nowMs,
            isCa
              ? {
                  warnDays: thresholds.caWarnDays,
                  warnShare: thresholds.caWarnShare,
                  failDays: thresholds.caFailDays,
                  failShare: thresholds.caFailShare,
                  leastDays: thresholds.leastDays,
                }
              : thresholds,
          );
          return { name, certificate, ...life };
        }),
      )
      .sort((a, b) => a.leftDays - b.leftDays);
    const required = message('etcd-cert-expiry.required', {
      warnDays: thresholds.warnDays,
      warnShare: thresholds.warnShare,
      caWarnDays: thresholds.caWarnDays,
      caWarnShare: thresholds.caWarnShare,
    });
    // The peer port is often open to the peers only; kubeadm renews both together.
    const peersUnseen = readings.known
      .filter(
        ({ value }) =>
          value.length > 0 &&
          value.every(({ usage }) => usage !== 'etcd-peer-port'),
      )
      .map(({ name }) => name);
    const say = ({
      certificate,
      leftDays,
      lifetimeDays,
      name,
    }: (typeof shown)[number]) =>
      message('etcd-cert-expiry.observed', {
        member: name,
        endpoint: certificate.endpoint,
        subject: certificate.subject,
        isCa: certificate.isCa,
        leftSeconds: leftDays * DAY_SECONDS,
        lifetimeSeconds: lifetimeDays * DAY_SECONDS,
        notAfter: certificate.notAfter,
        shown: shown.length,
        peersUnseen,
      });
    const due = shown.filter(certificate => certificate.due !== 'no');
    if (due.length > 0) {
      const failing = due.filter(certificate => certificate.due === 'fail');
      const worst = failing[0] ?? due[0];
      const members = [...new Set(due.map(({ name }) => name))];
      const parts = {
        fix: message(
          worst.certificate.isCa
            ? 'etcd-cert-expiry.fix-ca'
            : 'etcd-cert-expiry.fix',
          { members },
        ),
        subjects: members,
      };
      return failing.length > 0
        ? fail(say(worst), required, parts)
        : warn(say(worst), required, parts);
    }
    const gap = unread(readings);
    if (gap) return gap;
    const without = readings.known
      .filter(({ value }) => value.length === 0)
      .map(({ name }) => name);
    if (without.length > 0) {
      return unknown(
        'invalid-response',
        message('etcd-cert-expiry.none-shown', { members: without }),
        required,
        { subjects: without },
      );
    }
    return pass(say(shown[0]), required);
  },
});
