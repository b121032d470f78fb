/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of what keeps a page from being up to date, and of what could not be loaded. */
export const states = {
  'banner.since': 'Since {{at}}',
  'banner.shown':
    'The page shows the data of that time; grades are marked stale until it is up to date.',
  'banner.nothingShown': 'Nothing has been loaded yet.',
  'banner.signIn': 'Sign in again',
  'banner.signed-out': 'You are signed out',
  'banner.signed-out.hint': 'Sign in again to load newer data.',
  'banner.offline': 'This browser is offline',
  'banner.offline.hint':
    'The page updates by itself when the browser is online again.',
  'banner.unreachable': 'The backend of this portal does not respond',
  'banner.unreachable.hint':
    'The page retries by itself. Check that the backend runs and can be reached.',
  'banner.foreign': 'The response is not from the backend of this portal',
  'banner.foreign.hint':
    'A sign-in proxy may have responded in its place: sign in again.',
  'banner.failed': 'Newer data could not be loaded',
  'banner.failed.hint':
    'The page retries by itself. If the error persists, check the log of the backend.',
  'banner.silent': 'No response with newer data',
  'banner.silent.hint': 'The page retries by itself.',
  'banner.not-collected': 'This cluster is not being collected',
  'banner.not-collected.hint':
    'Check that the backend runs on every replica and that its log shows collections of this cluster.',

  'grade.stale': 'stale',
  'grade.staleLabel':
    'Grade {{grade}}, score {{score}} of 100, stale: newer data is missing',

  'signals.filterNodes': 'Filter by name, zone, address or state',
  'signals.heartbeatAge': 'Heartbeat age',
  'print.printed': 'Printed {{at}} from {{address}}',
  'table.filtered': '{{shown}} of {{total}} rows',

  'cluster.didYouMean': 'Clusters with a similar name:',

  'state.notLoaded': 'Not loaded, see the notice above.',
} as const;
