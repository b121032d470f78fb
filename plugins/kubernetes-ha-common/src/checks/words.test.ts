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

/** Verbs that make a sentence of a title: `Leader stability` is one, `Leaders stay` was none. */
const VERB =
  /\b(is|are|has|have|stays?|leads?|asks?|knows?|says?|takes|names|leaves?|agrees?)\b/;

it.each(checks.map(({ id }) => id))('the title of %s is a noun phrase', id => {
  const title = say(named(`${id}.title`));
  expect(title).not.toMatch(VERB);
  expect(title).not.toMatch(/[.:;]$/);
});
