/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Why the API refuses a request, and what to do. `value` is written as JSON, so that nothing in it is invisible. */
export const errors = {
  'error.cluster-not-found': (p: { cluster: string; permission: string }) =>
    `There is no cluster "${p.cluster}" that you may read. Check the name, or ask for the permission ${p.permission}.`,
  'error.cluster-removed': (p: { cluster: string }) =>
    `Cluster "${p.cluster}" was removed while it was read. Go back to the fleet.`,
  'error.not-assessed': (p: { cluster: string }) =>
    `Cluster "${p.cluster}" has not been assessed yet. Its first collection takes up to a minute; try again then.`,
  'error.no-scorecard-at': (p: { cluster: string; at: string }) =>
    `Cluster "${p.cluster}" has no scorecard that was in force at ${p.at}. Ask for a later time.`,
  'error.snapshot-not-found': (p: { cluster: string; hash: string }) =>
    `Cluster "${p.cluster}" has no stored snapshot ${p.hash}. Only those behind a change are kept, for the time of kubernetesHa.retention.snapshotDays; the list of snapshots has them.`,
  'error.not-collected-here': (p: { cluster: string }) =>
    `Cluster "${p.cluster}" is not collected from here at the moment. Its configuration was just changed, or cannot be worked with; the log of the backend names the reason.`,
  'error.recording': (p: { cluster: string }) =>
    `Cluster "${p.cluster}" is a recording. Expected: a cluster that can be asked. Nothing of it can be tested.`,
  'error.tests-waiting': (p: { running: number; waiting: number }) =>
    `${p.running} connection tests run and ${p.waiting} wait already. Try again in a minute.`,
  'error.range': (p: { from: string; to: string }) =>
    `from is ${p.from}, after to, which is ${p.to}. Expected: from before to. Exchange them.`,
  'error.parameter': (p: { name: string; value: string; expected: string }) =>
    `${p.name} is ${p.value}. Expected ${p.expected}. Correct or remove it.`,
  'error.parameter-missing': (p: { name: string; expected: string }) =>
    `${p.name} is missing. Expected ${p.expected}. Add it.`,
  'error.parameter-unknown': (p: { name: string; known: readonly string[] }) =>
    `There is no parameter ${p.name} here. Expected ${
      p.known.length > 0 ? `one of: ${p.known.join(', ')}` : 'none'
    }. Correct or remove it.`,
  'error.no-such-path': (p: { method: string; path: string }) =>
    `There is no ${p.method} ${p.path} in this API. Expected a path and a method of openapi.yaml. Correct it.`,
  'error.both': (p: { first: string; second: string }) =>
    `${p.first} ${p.second}`,
  'error.request': (p: { detail: string }) =>
    `The request is not as the API is described (openapi.yaml): ${p.detail}. Correct it.`,
  'error.signed-out': () =>
    'The request has no valid credentials. Sign in again, or renew the token.',
  'error.not-allowed': (p: { detail: string }) =>
    `These credentials may not do this: ${p.detail}. Ask for the permission, or use other credentials.`,
  'error.internal': (p: { detail: string }) =>
    `The backend failed: ${p.detail}. Try again; the log of the backend has more.`,
  'error.no-answer': (p: { resource: string; seconds: number }) =>
    `No answer to ${p.resource} within ${p.seconds} s. Check that the backend runs and can be reached, then try again.`,
  'expected.one-of': (p: { values: readonly string[] }) =>
    `one of: ${p.values.join(', ')}`,
  'expected.time': () =>
    'a time like 2026-11-23T12:00:00Z, with seconds from 00 to 59',
  'expected.number': (p: { min: number; max: number }) =>
    `a whole number from ${p.min} to ${p.max}`,
  'expected.text': (p: { pattern: string; max: number }) =>
    `a text that matches ${p.pattern}, of at most ${p.max} characters`,
  'expected.list': (p: { max: number; each: string }) =>
    `at most ${p.max} values, each ${p.each}`,
} as const;
