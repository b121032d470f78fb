/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of the fix lists. */
export const fixes = {
  'fix.title': 'Fix list',
  'fix.note': 'the changes that gain most, each by itself',
  'fix.connect': 'Connect {{source}}',
  'fix.machines': 'Bring back {{names}}',
  'fix.gain': '{{from}} to {{to}}',
  'fix.visible_one': '{{count}} check becomes visible',
  'fix.visible_other': '{{count}} checks become visible',
  'fix.all': 'Show all {{number}}',
  'fix.rest_one':
    '{{count}} more cause changes neither grade nor visibility by itself.',
  'fix.rest_other':
    '{{count}} more causes change neither grade nor visibility by themselves.',
  'fix.none':
    'No single change raises a score or makes a check visible in these clusters.',
  'fix.grades_one': '{{from}} to {{to}} on {{count}} cluster',
  'fix.grades_other': '{{from}} to {{to}} on {{count}} clusters',
  'fix.points_one': '{{count}} point of score',
  'fix.points_other': '{{count}} points of score',
  'fix.clusters_one': 'on {{count}} cluster',
  'fix.clusters_other': 'on {{count}} clusters',
} as const;
