/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Units of thresholds: see `wordAmount`. */
export const units = {
  'unit.candidates_one': '{{count}} candidate',
  'unit.candidates_other': '{{count}} candidates',
  'unit.commits_one': '{{count}} commit',
  'unit.commits_other': '{{count}} commits',
  'unit.comparisons_one': '{{count}} comparison',
  'unit.comparisons_other': '{{count}} comparisons',
  'unit.elections_one': '{{count}} election',
  'unit.elections_other': '{{count}} elections',
  'unit.endpoints_one': '{{count}} endpoint',
  'unit.endpoints_other': '{{count}} endpoints',
  'unit.entries_one': '{{count}} entry',
  'unit.entries_other': '{{count}} entries',
  'unit.instances_one': '{{count}} instance',
  'unit.instances_other': '{{count}} instances',
  'unit.collections_one': '{{count}} collection in a row',
  'unit.collections_other': '{{count}} collections in a row',
  'unit.members_one': '{{count}} member',
  'unit.members_other': '{{count}} members',
  'unit.minorVersions_one': '{{count}} minor version',
  'unit.minorVersions_other': '{{count}} minor versions',
  'unit.nodes_one': '{{count}} node',
  'unit.nodes_other': '{{count}} nodes',
  'unit.patchVersions_one': '{{count}} patch version',
  'unit.patchVersions_other': '{{count}} patch versions',
  'unit.requests_one': '{{count}} request',
  'unit.requests_other': '{{count}} requests',
  'unit.servers_one': '{{count}} server',
  'unit.servers_other': '{{count}} servers',
  'unit.times_one': '{{count}} time',
  'unit.times_other': '{{count}} times',
  'unit.transitions_one': '{{count}} transition',
  'unit.transitions_other': '{{count}} transitions',
  'unit.writes_one': '{{count}} write',
  'unit.writes_other': '{{count}} writes',
  'unit.zones_one': '{{count}} zone',
  'unit.zones_other': '{{count}} zones',
  'unit.ms': '{{number}} ms',
} as const;
