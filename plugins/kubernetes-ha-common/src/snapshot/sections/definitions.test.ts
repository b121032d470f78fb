/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { schemaParts } from '../schemaParts';
import { isSignalSchema } from '../signal';
import { sectionDefinitions } from './definitions';
import { probeSchema } from './probe';
import type { SectionDefinition } from './section';

const definitions = Object.entries<SectionDefinition>(sectionDefinitions);

it('is known of every section that records failures what of it is an answer, and of no other', () => {
  const recordsFailures = definitions.filter(([, { schema }]) =>
    [...schemaParts(schema)].some(
      part => isSignalSchema(part) || part === probeSchema,
    ),
  );
  const withRule = definitions.filter(([, { isAnswer }]) => isAnswer);
  expect(withRule.map(([name]) => name)).toEqual(
    recordsFailures.map(([name]) => name),
  );
  expect(withRule.length).toBeGreaterThan(0);
});
