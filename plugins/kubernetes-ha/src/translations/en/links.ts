/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of links into a page and out of it. */
export const links = {
  'link.resolvedTitle': 'What this link leads to is resolved',
  'link.resolved': 'resolved',
  'link.lasted': ', after it lasted {{duration}}.',
  'link.passes':
    'Nothing is found by: {{titles}}. It does not fail now, and no earlier finding is stored.',
  'link.unknown.check': 'There is no check "{{name}}"',
  'link.unknown.alert': 'No check is known for the alert "{{name}}"',
  'link.near': 'Near: {{names}}. Correct the link.',
  'link.noneNear.check': 'No check has a name like it: correct the link.',
  'link.noneNear.alert':
    'No alert with a name like it is known: open the cluster without it, or link to a check by ?finding=.',
} as const;
