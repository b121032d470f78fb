/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { languages, say } from '../messages';
import { layers, severities, statuses } from './layers';
import { checks } from './registry';

const named = (code: string) => ({ code, params: {} });

it.each(languages)('has a title of its own for every check in %s', language => {
  const titles = checks.map(({ id }) => say(named(`${id}.title`), language));
  expect(titles.filter(title => title.includes('.title'))).toEqual([]);
  expect(new Set(titles).size).toBe(checks.length);
});

it.each([
  ...layers.map(layer => `layer.${layer}`),
  ...statuses.map(status => `status.${status}`),
  ...severities.map(severity => `severity.${severity}`),
])('has a word for %s in every language', code => {
  for (const language of languages) {
    expect(say(named(code), language)).not.toContain(code);
  }
});
