/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import { defineCheck } from '../check';
import { componentFlags } from '../componentFlags';
import { goDurationSeconds } from '../goDuration';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';

/**
 * Whether somebody compacts the history of etcd, and how often: the API
 * servers (default: every five minutes) or etcd itself (default:
 * off). Without, the database only grows. Unit: seconds.
 * Source: k8s.io/apiserver pkg/storage/storagebackend/config.go. @public
 */
export const etcdCompaction = defineCheck({
  id: 'etcd-compaction',
  layer: 'etcd',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: [],
  consults: ['etcd', 'apiServers', 'pods'],
  thresholds: {
    warnSeconds: { value: 3600, unit: 's', source: '(proposal)' },
    defaultSeconds: {
      value: 300,
      unit: 's',
      source:
        'k8s.io/apiserver pkg/storage/storagebackend/config.go (DefaultCompactInterval)',
    },
  },
  runbook: 'RB-ETCD-TUNE',
  source:
    'https://github.com/kubernetes/apiserver/blob/master/pkg/storage/storagebackend/config.go',
  evaluate({ signals, thresholds }) {
    if (signals.etcd.state === 'absent') {
      return notApplicable(
        message('section.absent', {
          section: 'etcd',
          detail: detailOf(signals.etcd),
        }),
      );
    }
    const apiServers = componentFlags('kube-apiserver', signals);
    const etcd = componentFlags('etcd', signals);
    const required = message('etcd-compaction.required', {
      warnSeconds: thresholds.warnSeconds,
    });

    // API servers agree on one compaction among them: the shortest interval rules.
    const intervals =
      apiServers.state === 'known'
        ? apiServers.instances.flatMap(({ flags }) => {
            const given = flags['etcd-compaction-interval'];
            const seconds =
              given === undefined
                ? thresholds.defaultSeconds
                : goDurationSeconds(given);
            return seconds !== undefined && seconds > 0 ? [seconds] : [];
          })
        : [];
    const retentions =
      etcd.state === 'known'
        ? etcd.instances.flatMap(({ flags }) => retentionOf(flags) ?? [])
        : [];

    if (intervals.length > 0) {
      const seconds = Math.min(...intervals);
      const observed = message('etcd-compaction.by-api-server', { seconds });
      // A history kept short by etcd itself makes up for a slow API server.
      return seconds > thresholds.warnSeconds && retentions.length === 0
        ? warn(observed, required, {
            fix: message('etcd-compaction.fix'),
          })
        : pass(observed, required);
    }
    if (retentions.length > 0) {
      const { text, seconds } = retentions[0];
      const observed = message('etcd-compaction.by-etcd', { retention: text });
      return seconds !== undefined && seconds > thresholds.warnSeconds
        ? warn(observed, required, {
            fix: message('etcd-compaction.fix'),
          })
        : pass(observed, required);
    }
    const unreadable = [apiServers, etcd].find(
      flags =>
        flags.state === 'unknown' ||
        flags.missing.length > 0 ||
        flags.instances.some(({ complete }) => !complete),
    );
    if (unreadable) {
      return unknown(
        unreadable.state === 'unknown' ? unreadable.reason : 'inconclusive',
        message('etcd-compaction.unread', {
          detail: unreadable.state === 'unknown' ? unreadable.detail : '',
        }),
        required,
      );
    }
    return fail(message('etcd-compaction.off'), required, {
      fix: message('etcd-compaction.fix'),
    });
  },
});

/**
 * The retention of etcd's own compaction; undefined when it is off. A plain
 * number means hours in periodic mode; in revision mode there is no time.
 * Source: https://etcd.io/docs/v3.6/op-guide/maintenance/ (auto compaction)
 */
function retentionOf(
  flags: Readonly<Record<string, string>>,
): { text: string; seconds: number | undefined } | undefined {
  const text = flags['auto-compaction-retention'] ?? '0';
  const byRevision = flags['auto-compaction-mode'] === 'revision';
  const plain = /^\d+$/.test(text) ? Number(text) : undefined;
  const seconds = plain !== undefined ? plain * 3600 : goDurationSeconds(text);
  if (seconds === undefined || seconds <= 0) return undefined;
  return byRevision ? { text, seconds: undefined } : { text, seconds };
}
