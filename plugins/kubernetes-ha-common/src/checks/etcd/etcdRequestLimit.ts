/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { etcdFlags } from './etcdFlags';

const MIB = 1024 ** 2;

/**
 * The largest request that etcd takes (a request, not a value). Large requests
 * slow down every other one. Unit: bytes.
 * Source: https://etcd.io/docs/v3.6/dev-guide/limit/ (request size limit). @public
 */
export const etcdRequestLimit = defineCheck({
  id: 'etcd-request-limit',
  layer: 'etcd',
  severity: 'low',
  kind: 'design',
  stage: 4,
  reads: [],
  consults: ['etcd', 'pods'],
  thresholds: {
    warnBytes: {
      value: 1.5 * MIB,
      unit: 'bytes',
      source: 'https://etcd.io/docs/v3.6/dev-guide/limit/ (default)',
    },
    failBytes: { value: 10 * MIB, unit: 'bytes', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-TUNE',
  source: 'https://etcd.io/docs/v3.6/dev-guide/limit/',
  evaluate({ signals, thresholds: { warnBytes, failBytes } }) {
    const flags = etcdFlags(signals);
    if (flags.state === 'answer') return flags.outcome;

    const required = message('etcd-request-limit.required', { warnBytes });
    const given = flags.instances
      .flatMap(({ name, flags: { 'max-request-bytes': text } }) =>
        text === undefined ? [] : [{ name, text, bytes: Number(text) }],
      )
      .sort((a, b) => b.bytes - a.bytes);
    const unreadable = given.find(({ bytes }) => !Number.isFinite(bytes));
    if (unreadable) {
      return unknown(
        'invalid-response',
        message('etcd-request-limit.unreadable', {
          member: unreadable.name,
          text: unreadable.text,
        }),
        required,
        { subjects: [unreadable.name] },
      );
    }
    if (given.length === 0) {
      return pass(message('etcd-request-limit.default'), required);
    }
    const observed = message('etcd-request-limit.observed', {
      bytes: given[0].bytes,
    });
    const parts = {
      fix: message('etcd-request-limit.fix'),
      subjects: given
        .filter(({ bytes }) => bytes > warnBytes)
        .map(({ name }) => name),
    };
    if (given[0].bytes > failBytes) return fail(observed, required, parts);
    if (given[0].bytes > warnBytes) return warn(observed, required, parts);
    return pass(observed, required);
  },
});
