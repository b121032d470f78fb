/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of the score over time and of what happened. */
export const history = {
  'history.title': 'Score over time',
  'history.range': 'Time range',
  'history.24h': '24 hours',
  'history.7d': '7 days',
  'history.30d': '30 days',
  'history.2y': '2 years',
  'history.empty':
    'No score is stored for this time. Choose a longer range, or wait for the next collection.',
  'history.changes_one': '{{count}} change as a table',
  'history.changes_other': '{{count}} changes as a table',
  'history.since': 'From',
  'history.label':
    'Score from {{from}} to {{to}}: first {{first}}, last {{last}}, lowest {{lowest}} on {{lowestAt}}',
  'history.columnLimitedBy': 'Limited by',
  'history.columnReason': 'First finding',
  'history.moments': 'Changes of the score',
  'history.moment': '{{at}}: score {{score}}, grade {{grade}}',
  'history.reason': '{{verdict}}: {{title}}',
  'history.notKnown': 'First assessed {{at}}',
  'history.gap': 'Not assessed',
  'history.ungraded': 'no grade',
  'history.notAssessed': 'not assessed',
  'history.lookHint': 'Point at a change, or choose one, to see its reason.',
  'history.nothingAt': '{{at}}: not assessed',
  'history.outside': '{{at}}: outside this time range',
  'history.openAt': 'Open at {{at}}: {{names}}',
  'history.leaveMoment': 'Leave this moment',

  'incidents.title': 'What happened',
  'incidents.none': 'No finding was open in this time.',
  'incidents.quiet': 'Nothing broke in this time.',
  'incidents.showOthers_one': 'Show {{count}} weak or not visible',
  'incidents.showOthers_other': 'Show {{count}} weak or not visible',
  'incidents.what': 'Cause',
  'incidents.verdict': 'Verdict',
  'incidents.until': 'Until',
  'incidents.lasted': 'Duration',
  'incidents.open': 'still open',
  'incidents.sentence': '{{title}} {{from}}–{{to}}, {{duration}}',
  'incidents.sentenceOpen': '{{title}} since {{from}}, {{duration}}',
  'incidents.showMore': 'Show {{number}} more',
  'incidents.older':
    'Older ones are left out. Choose a shorter range, or an earlier end.',

  'lastWeek.change': 'A week ago ({{at}}): {{before}}. Now: {{now}}.',
  'lastWeek.appeared': 'New since: {{names}}.',
  'lastWeek.resolved': 'Resolved since: {{names}}.',
  'lastWeek.same': 'No cause is new, none was resolved.',
} as const;
