/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';

const [, shop] = fixtureFleet(2);
mockServer(
  ...handlersOf([{ ...shop, now: { ...shop.now, workers: 150, notReady: 3 } }]),
);

/** By the cells themselves: to ask for the roles of 1,500 cells takes seconds, each time. */
const names = async () => {
  const table = await screen.findByRole<HTMLTableElement>('table', {
    name: 'Nodes',
  });
  return [...table.rows].slice(1).map(row => row.cells[0].textContent);
};

describe('the nodes of a cluster', () => {
  it('are all in the page, those that are not ready first', async () => {
    openPlugin('/kubernetes-ha/clusters/shop-us/signals');
    await waitFor(async () => expect(await names()).toHaveLength(153));
    expect((await names()).slice(0, 5)).toEqual([
      'worker-0148',
      'worker-0149',
      'worker-0150',
      'cp-a',
      'cp-b',
    ]);
  });

  it('are narrowed by words, which the address keeps', async () => {
    openPlugin('/kubernetes-ha/clusters/shop-us/signals?node=notready');
    await waitFor(async () =>
      expect(await names()).toEqual([
        'worker-0148',
        'worker-0149',
        'worker-0150',
      ]),
    );
    const box = screen.getByRole('searchbox', { name: /Filter by name/ });
    expect(box).toHaveValue('notready');
    expect(screen.getByText('3 of 153 rows')).toBeInTheDocument();
    await userEvent.clear(box);
    await userEvent.type(box, 'WORKER-0007 eu');
    await waitFor(async () => expect(await names()).toEqual(['worker-0007']));
  });
});
