/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  LIST_BYTES,
  LIST_OBJECTS,
  LIST_PAGES,
  LIST_ROW_BYTES,
  PAGE_BYTES,
  PAGE_SIZE,
} from './bounds';
import { ListAccount } from './listAccount';
import { refusalOfError } from '../../refusals/classify';

/** How many times it can be done before the account refuses, and how it refuses. */
function until(count: (account: ListAccount) => void) {
  const account = new ListAccount('PodList');
  for (let times = 0; ; times++) {
    try {
      count(account);
    } catch (error) {
      return { times, refusal: refusalOfError(error) };
    }
  }
}

describe('ListAccount ends a list that never ends', () => {
  it.each([
    [
      'by its pages',
      (account: ListAccount) => account.countPage(100),
      LIST_PAGES,
      'too-many',
      `the PodList: ${
        LIST_PAGES + 1
      } pages; the bound is ${LIST_PAGES}. Delete`,
    ],
    [
      'by its bytes',
      (account: ListAccount) => account.countPage(PAGE_BYTES),
      LIST_BYTES / PAGE_BYTES,
      'too-large',
      'bytes; the bound is 4294967296. Delete',
    ],
    [
      'by its objects',
      (account: ListAccount) =>
        account.countRows({ objects: PAGE_SIZE, characters: 0 }),
      LIST_OBJECTS / PAGE_SIZE,
      'too-many',
      `the PodList: 300500 objects; the bound is ${LIST_OBJECTS}. Delete`,
    ],
    [
      'by what is kept of it',
      (account: ListAccount) =>
        account.countRows({ objects: 1, characters: LIST_ROW_BYTES / 4 }),
      4,
      'too-large',
      'bytes of what is kept; the bound is 150994944. Delete',
    ],
  ])('%s', (_, count, times, reason, sentence) => {
    expect(until(count)).toMatchObject({
      times,
      refusal: { reason, detail: expect.stringContaining(sentence) },
    });
  });
});
