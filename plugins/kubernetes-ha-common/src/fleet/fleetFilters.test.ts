/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isFilteredQuery, readFleetQuery } from './fleetFilters';

const reading = (address: string, owners?: string[]) => {
  const params = new URLSearchParams(address);
  return readFleetQuery(name => params.getAll(name), owners);
};

it('asks for everything when the address says nothing', () => {
  const { query, refused } = reading('');
  expect(query).toEqual({});
  expect(refused).toEqual([]);
  expect(isFilteredQuery(query)).toBe(false);
});

it('reads several values of a filter, each once, and the order', () => {
  const { query, refused } = reading(
    'search=eu&tier=staging&tier=production&tier=staging&grade=F&grade=none&verdict=broken&owner=group:default/a&order=broken&direction=descending',
  );
  expect(query).toEqual({
    search: 'eu',
    tier: ['production', 'staging'],
    grade: ['F', 'none'],
    verdict: ['broken'],
    owner: ['group:default/a'],
    order: 'broken',
    direction: 'descending',
  });
  expect(refused).toEqual([]);
  expect(isFilteredQuery(query)).toBe(true);
});

it('does not take an order for a filter', () => {
  expect(isFilteredQuery(reading('order=name').query)).toBe(false);
});

it.each`
  address               | name           | value          | expected
  ${'grade=Z'}          | ${'grade'}     | ${'Z'}         | ${['A', 'B', 'C', 'D', 'F', 'none']}
  ${'tier=prod'}        | ${'tier'}      | ${'prod'}      | ${['production', 'staging', 'development']}
  ${'verdict=bad'}      | ${'verdict'}   | ${'bad'}       | ${['broken', 'weak', 'not-visible', 'none']}
  ${'layer=dns'}        | ${'layer'}     | ${'dns'}       | ${expect.arrayContaining(['network'])}
  ${'platform=rancher'} | ${'platform'}  | ${'rancher'}   | ${expect.arrayContaining(['managed'])}
  ${'owner=group:x/y'}  | ${'owner'}     | ${'group:x/y'} | ${['group:default/a', 'none']}
  ${'order=size'}       | ${'order'}     | ${'size'}      | ${expect.arrayContaining(['broken'])}
  ${'direction=up'}     | ${'direction'} | ${'up'}        | ${['ascending', 'descending']}
  ${'tier='}            | ${'tier'}      | ${''}          | ${['production', 'staging', 'development']}
`('refuses $address, saying what is accepted', ({ address, ...refusal }) => {
  const { query, refused } = reading(`${address}&search=eu`, [
    'group:default/a',
  ]);
  expect(refused).toEqual([refusal]);
  // What is accepted still counts.
  expect(query).toEqual({ search: 'eu' });
});

it('keeps the accepted values beside a refused one', () => {
  const { query, refused } = reading('grade=F&grade=Z');
  expect(query).toEqual({ grade: ['F'] });
  expect(refused).toHaveLength(1);
});
