/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  grades,
  languages,
  severities,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  gradeChoices,
  languageChoices,
  outputChoices,
  severityChoices,
  tierChoices,
} from './choices';
import { reportWriters } from './report';

it('options offer exactly what the common package knows, and every form of the report', () => {
  expect(gradeChoices).toEqual(grades);
  expect(severityChoices).toEqual(severities);
  expect(tierChoices).toEqual(tiers);
  expect(languageChoices).toEqual(languages);
  expect(outputChoices).toEqual(Object.keys(reportWriters));
});
