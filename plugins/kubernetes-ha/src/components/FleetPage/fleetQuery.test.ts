/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isFiltered, pagesOf, readAddress } from './fleetQuery';

const reading = (address: string, owners?: string[]) => {
  const params = new URLSearchParams(address);
  return readAddress(name => params.getAll(name), owners);
};

it('shows the first page of all clusters when the address says nothing', () => {
  const address = reading('');
  expect(address).toEqual({
    query: {},
    view: 'clusters',
    page: 1,
    refused: [],
  });
  expect(isFiltered(address)).toBe(false);
});

it('reads view, group and page beside the filters', () => {
  const address = reading('view=fixes&group=owner&page=3&tier=staging');
  expect(address).toMatchObject({
    query: { tier: ['staging'] },
    view: 'fixes',
    group: 'owner',
    page: 3,
    refused: [],
  });
  expect(isFiltered(address)).toBe(true);
});

it.each`
  address         | name       | value
  ${'grade=Z'}    | ${'grade'} | ${'Z'}
  ${'order=size'} | ${'order'} | ${'size'}
  ${'view=map'}   | ${'view'}  | ${'map'}
  ${'group=city'} | ${'group'} | ${'city'}
  ${'page=0'}     | ${'page'}  | ${'0'}
  ${'page=-2'}    | ${'page'}  | ${'-2'}
  ${'page=x'}     | ${'page'}  | ${'x'}
  ${'owner=u:x'}  | ${'owner'} | ${'u:x'}
`('says that $address is not accepted, and shows the rest', row => {
  const { refused, page, view } = reading(row.address, ['group:default/a']);
  expect(refused).toEqual([
    expect.objectContaining({ name: row.name, value: row.value }),
  ]);
  expect({ page, view }).toEqual({ page: 1, view: 'clusters' });
});

it('takes any owner while it is not known who owns a cluster', () => {
  expect(reading('owner=group:default/a')).toMatchObject({
    query: { owner: ['group:default/a'] },
    refused: [],
  });
});

it.each`
  totalItems | pages
  ${0}       | ${1}
  ${50}      | ${1}
  ${51}      | ${2}
`('has $pages pages for $totalItems clusters', ({ totalItems, pages }) => {
  expect(pagesOf({ items: [], totalItems }, 50)).toBe(pages);
});
