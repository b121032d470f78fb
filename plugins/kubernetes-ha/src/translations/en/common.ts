/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels used on more than one page. */
export const common = {
  'language.sentences': 'en',
  'language.dates': 'en-GB',
  'page.title': 'Kubernetes HA',
  'page.of': '{{what}} – {{page}}',
  'page.notFoundTitle': 'There is no page at this address',
  'page.subtitle': 'A cluster is as strong as its weakest link',

  'count.fail': '{{number}} failing',
  'count.warn': '{{number}} warning',
  'count.unknown': '{{number}} unknown',
  'names.more': '{{names}} and {{number}} more',

  'grade.label': 'Grade {{grade}}, score {{score}} of 100',
  'grade.provisionalLabel':
    'Provisional grade {{grade}}, score {{score}} of 100: it could be lower',
  'grade.none': 'No grade yet',
  'grade.range': 'Possible: {{best}} to {{worst}}.',
  'grade.provisional': 'provisional',

  'observation.recordedOn': 'recorded {{date}}',
  'observation.recordedHint':
    'A recording is played back. Its data was observed on {{date}}; the times are shifted to now.',
  'observation.never': 'never observed',
  'observation.notConnected': 'Not connected: {{sources}}',
  'observation.problem': '{{source}}: {{reason}}',

  'time.justNow': 'just now',
  'time.ago': '{{duration}} ago',
  'time.in': 'in {{duration}}',
  'time.for': 'for {{duration}}',
  'time.downFor': 'down for {{duration}}',

  'state.loading': 'Loading',
  'state.retry': 'Try again',
  'state.failedTitle': 'This could not be loaded',
  'state.notFoundTitle': 'Not found, or no permission to read it',
  'state.forbiddenTitle': 'No permission',
  'state.forbiddenHint':
    'The permission {{permission}} is needed. Ask the people who run this portal.',
  'state.failedHint':
    'The portal retries at the next interval. If the error persists, check the log of the backend.',

  'sparkline.empty': 'no score yet',
  'sparkline.label':
    'Score over {{days}} days: from {{first}} to {{last}}, lowest {{lowest}}',
} as const;
