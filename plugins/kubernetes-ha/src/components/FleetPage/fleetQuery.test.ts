/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isFiltered, PAGE_SIZE, pageOf, queryOf } from './fleetQuery';

const asking = (address: string) => {
  const params = new URLSearchParams(address);
  return (name: string) => params.getAll(name);
};

describe('queryOf', () => {
  it('asks for the first page, worst first, when the address says nothing', () => {
    const query = queryOf(asking(''));
    expect(query).toMatchObject({
      order: 'worst-first',
      offset: 0,
      limit: PAGE_SIZE,
    });
    expect(isFiltered(query)).toBe(false);
  });

  it('passes on several values of a filter, and the search', () => {
    const query = queryOf(
      asking(
        'search=eu&tier=production&tier=staging&grade=F&grade=none&owner=group:default/a',
      ),
    );
    expect(query).toMatchObject({
      search: 'eu',
      tier: ['production', 'staging'],
      grade: ['F', 'none'],
      owner: ['group:default/a'],
    });
    expect(isFiltered(query)).toBe(true);
  });

  it('leaves out values that it does not know, so that an old link still opens', () => {
    const query = queryOf(asking('tier=moon&layer=etcd&platform=x'));
    expect(query.tier).toBeUndefined();
    expect(query.platform).toBeUndefined();
    expect(query.layer).toEqual(['etcd']);
  });
});

describe('pageOf', () => {
  it.each`
    address      | page
    ${''}        | ${1}
    ${'page=3'}  | ${3}
    ${'page=0'}  | ${1}
    ${'page=-2'} | ${1}
    ${'page=x'}  | ${1}
  `('reads "$address" as page $page', ({ address, page }) => {
    expect(pageOf(asking(address))).toBe(page);
  });
});
