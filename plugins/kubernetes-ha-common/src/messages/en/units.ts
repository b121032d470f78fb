/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count } from '../format';

/** Amounts in the units in which checks count: see `amount`. */
export const units = {
  'unit.candidates': (p: { count: number }) => count(p.count, 'candidate'),
  'unit.commits': (p: { count: number }) => count(p.count, 'commit'),
  'unit.comparisons': (p: { count: number }) => count(p.count, 'comparison'),
  'unit.elections': (p: { count: number }) => count(p.count, 'election'),
  'unit.endpoints': (p: { count: number }) => count(p.count, 'endpoint'),
  'unit.entries': (p: { count: number }) => count(p.count, 'entry', 'entries'),
  'unit.instances': (p: { count: number }) => count(p.count, 'instance'),
  'unit.probes in a row': (p: { count: number }) =>
    count(p.count, 'probe in a row', 'probes in a row'),
  'unit.members': (p: { count: number }) => count(p.count, 'member'),
  'unit.minor versions': (p: { count: number }) =>
    count(p.count, 'minor version'),
  'unit.nodes': (p: { count: number }) => count(p.count, 'node'),
  'unit.patch versions': (p: { count: number }) =>
    count(p.count, 'patch version'),
  'unit.requests': (p: { count: number }) => count(p.count, 'request'),
  'unit.servers': (p: { count: number }) => count(p.count, 'server'),
  'unit.times': (p: { count: number }) => count(p.count, 'time'),
  'unit.transitions': (p: { count: number }) => count(p.count, 'transition'),
  'unit.writes': (p: { count: number }) => count(p.count, 'write'),
  'unit.zones': (p: { count: number }) => count(p.count, 'zone'),
  'unit.ms': (p: { count: number }) => `${p.count} ms`,
} as const;
