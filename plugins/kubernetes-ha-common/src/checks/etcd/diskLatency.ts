/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { EtcdInfo } from '../../snapshot/sections/etcd';
import type { Outcome } from '../check';
import { histogramQuantile, histogramWindow } from '../histogramQuantile';
import { fail, pass, unknown, warn } from '../outcome';
import { memberReadings, unread } from './memberReadings';

/** The thresholds of a disk latency check, in seconds but for the count. */
export interface DiskLatencyLimits {
  warnSeconds: number;
  failSeconds: number;
  minimumObservations: number;
}

/** Judges the 99th percentile of a latency histogram over all members: the slowest decides. */
export function judgeDiskLatency(
  check: 'etcd-fsync-p99' | 'etcd-commit-p99',
  family: string,
  etcd: EtcdInfo,
  limits: DiskLatencyLimits,
): Outcome {
  const readings = memberReadings(etcd, 'metrics', ({ metrics }) => metrics);
  const quiet: string[] = [];
  const readOnce: string[] = [];
  const measured = readings.known
    .flatMap(({ name, value }) => {
      const window = histogramWindow(value, family);
      const p99 = window && histogramQuantile(0.99, window.buckets);
      if (
        window === undefined ||
        p99 === undefined ||
        window.observations < limits.minimumObservations
      ) {
        quiet.push(name);
        return [];
      }
      // Since the process started is not now: a slow hour would count for weeks.
      if (window.seconds === undefined) {
        readOnce.push(name);
        return [];
      }
      return [{ name, p99Seconds: p99, windowSeconds: window.seconds }];
    })
    .sort((a, b) => b.p99Seconds - a.p99Seconds);
  const required = message(`${check}.required`, {
    warnSeconds: limits.warnSeconds,
  });

  const slowest = measured[0];
  const slow = measured
    .filter(({ p99Seconds }) => p99Seconds >= limits.warnSeconds)
    .map(({ name }) => name);
  const say = ({ name, p99Seconds, windowSeconds }: typeof slowest) =>
    message(`${check}.observed`, {
      member: name,
      p99Seconds,
      windowSeconds,
      slow,
    });
  if (slow.length > 0) {
    const parts = { fix: message(`${check}.fix`), subjects: slow };
    return slowest.p99Seconds > limits.failSeconds
      ? fail(say(slowest), required, parts)
      : warn(say(slowest), required, parts);
  }
  const gap = unread(readings);
  if (gap) return gap;
  if (readOnce.length > 0) {
    return unknown(
      'inconclusive',
      message('etcd.read-once.observed', { members: readOnce }),
      required,
      { subjects: readOnce },
    );
  }
  if (quiet.length > 0) {
    return unknown(
      'inconclusive',
      message('etcd.quiet-histogram.observed', {
        members: quiet,
        family,
        minimum: limits.minimumObservations,
      }),
      required,
      { subjects: quiet },
    );
  }
  return pass(say(slowest), required);
}
