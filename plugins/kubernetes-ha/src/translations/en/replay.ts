/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of the line that says what a recording plays. */
export const replay = {
  'replay.nowAndNext': 'Replaying a recording: {{now}}; next: {{next}}.',
  'replay.now': 'Replaying a recording: {{now}}.',
  'replay.since': '{{what}}, since {{at}}',
  'replay.at': '{{what}} at {{at}}',
  'replay.and': '; ',
  'replay.position': '{{position}} of {{duration}}',
} as const;
