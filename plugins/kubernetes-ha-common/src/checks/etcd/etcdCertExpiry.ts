/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { memberReadings, unread } from './memberReadings';

const DAY_SECONDS = 86_400;

/**
 * How long the certificates on the members' client and peer ports are valid.
 * An expired one shuts the member out of its own cluster. Unit: days.
 * Source: https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/. @public
 */
export const etcdCertExpiry = defineCheck({
  id: 'etcd-cert-expiry',
  layer: 'etcd',
  severity: 'critical',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    warnDays: { value: 30, unit: 'd', source: '(proposal)' },
    failDays: { value: 7, unit: 'd', source: '(proposal)' },
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
          const leftDays =
            (Date.parse(certificate.notAfter) - nowMs) / 1000 / DAY_SECONDS;
          const warnDays = isCa ? thresholds.caWarnDays : thresholds.warnDays;
          const failDays = isCa ? thresholds.caFailDays : thresholds.failDays;
          return {
            name,
            certificate,
            leftDays,
            // A leaf has until the day itself, an authority must be more than that away.
            fails: isCa ? leftDays < failDays : leftDays <= failDays,
            warns: isCa ? leftDays < warnDays : leftDays <= warnDays,
          };
        }),
      )
      .sort((a, b) => a.leftDays - b.leftDays);
    const required = message('etcd-cert-expiry.required', {
      warnDays: thresholds.warnDays,
      caWarnDays: thresholds.caWarnDays,
    });
    // The peer port is often open to the peers only; kubeadm renews both together.
    const peersUnseen = readings.known
      .filter(
        ({ value }) =>
          value.length > 0 &&
          value.every(({ usage }) => usage !== 'etcd-peer-port'),
      )
      .map(({ name }) => name);
    const say = ({ certificate, leftDays, name }: (typeof shown)[number]) =>
      message('etcd-cert-expiry.observed', {
        member: name,
        endpoint: certificate.endpoint,
        subject: certificate.subject,
        isCa: certificate.isCa,
        leftSeconds: leftDays * DAY_SECONDS,
        notAfter: certificate.notAfter,
        shown: shown.length,
        peersUnseen,
      });
    const due = shown.filter(({ warns }) => warns);
    if (due.length > 0) {
      const failing = due.filter(({ fails }) => fails);
      const worst = failing[0] ?? due[0];
      const members = [...new Set(due.map(({ name }) => name))];
      const parts = {
        unblocks: message(
          worst.certificate.isCa
            ? 'etcd-cert-expiry.unblocks-ca'
            : 'etcd-cert-expiry.unblocks',
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
