/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** What happens in a recording that is played back. `name`: a machine or zone. */
export const replay = {
  'replay.start': () => 'no fault has been injected yet',
  'replay.restart': () => 'the recording starts again',
  'replay.etcd-stopped': (p: { name: string }) =>
    `etcd on ${p.name} is stopped`,
  'replay.etcd-started': (p: { name: string }) =>
    `etcd on ${p.name} is started again`,
  'replay.api-server-stopped': (p: { name: string }) =>
    `the API server on ${p.name} is stopped`,
  'replay.api-server-started': (p: { name: string }) =>
    `the API server on ${p.name} is started again`,
  'replay.load-balancer-lost': (p: { name: string }) =>
    `load balancer ${p.name} has no power`,
  'replay.load-balancer-back': (p: { name: string }) =>
    `load balancer ${p.name} is switched on again`,
  'replay.heartbeats-stopped': (p: { name: string }) =>
    `the worker nodes of ${p.name} send no heartbeats`,
  'replay.heartbeats-back': (p: { name: string }) =>
    `the worker nodes of ${p.name} send heartbeats again`,
  'replay.machine-lost': (p: { name: string }) =>
    `machine ${p.name} has no power`,
  'replay.machine-back': (p: { name: string }) =>
    `machine ${p.name} is switched on again`,
  'replay.zone-lost': (p: { name: string }) => `${p.name} has no power`,
  'replay.zone-back': (p: { name: string }) => `${p.name} is switched on again`,
  'replay.schedulers-frozen': () => 'kube-scheduler is frozen everywhere',
  'replay.schedulers-back': () => 'kube-scheduler runs again',
  'replay.controller-managers-frozen': () =>
    'kube-controller-manager is frozen everywhere',
  'replay.controller-managers-back': () => 'kube-controller-manager runs again',
  'replay.fault': (p: { title: string }) => `fault in force: ${p.title}`,
  'replay.heal': (p: { title: string }) => `fault ended: ${p.title}`,
  'replay.note': (p: { title: string }) => `note: ${p.title}`,
} as const;
