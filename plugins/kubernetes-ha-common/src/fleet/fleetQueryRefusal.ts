/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { allRefusals, parameterRefusal } from '../api/refusal';
import { fleetGroupings } from '../api/fleetTypes';
import { Message, message } from '../messages/message';
import { readFleetQuery } from './fleetFilters';

/**
 * What is said of a query of the fleet that names a filter, order or grouping
 * that does not exist; undefined where all of them do. Pure.
 * @public
 */
export function fleetQueryRefusal(
  valuesOf: (name: string) => readonly string[],
): Message | undefined {
  const wrongGroupings = valuesOf('by')
    .filter(value => !fleetGroupings.some(by => by === value))
    .map(value => ({ name: 'by', value, expected: fleetGroupings }));
  return allRefusals(
    [...readFleetQuery(valuesOf).refused, ...wrongGroupings].map(
      ({ name, value, expected }) =>
        parameterRefusal(
          name,
          value,
          message('expected.one-of', { values: expected }),
        ),
    ),
  );
}
