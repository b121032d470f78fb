/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { HttpResponse } from 'msw';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ClusterConnectionGuide,
  ConnectTask,
  message,
  say,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  errorAnswer,
  fixtureFleet,
  handlersOf,
  http,
} from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';

const server = mockServer();
const address = '/kubernetes-ha/clusters/pay-eu/connect';

const none = { observed: 0, unknown: 0, absent: 0 };
const yaml = 'kubernetesHa:\n  clusters:\n    - name: pay-eu\n';
const etcd: ConnectTask = {
  id: 'etcd',
  state: 'not-configured',
  counts: { ...none, unknown: 1 },
  problems: [
    {
      section: 'etcd',
      via: 'configuration',
      state: 'unknown',
      reason: 'not-configured',
      detail: 'nothing says where the members are',
    },
  ],
  reveals: {
    checkIds: ['etcd-quorum-fault-tolerance', 'etcd-has-leader'],
    coverage: { applicable: 64, known: 30, unknown: 34, unknownCritical: 2 },
    possible: {
      best: { score: 90, grade: 'A' },
      worst: { score: 55, grade: 'D' },
    },
  },
  recipes: [
    { id: 'kubeadm', yaml, commands: ['scp root@10.0.0.11:/etc/ca.crt .'] },
    { id: 'managed', yaml: 'etcd: managed\n', commands: [] },
  ],
};
const api: ConnectTask = {
  id: 'api',
  state: 'connected',
  counts: { ...none, observed: 1 },
  problems: [],
  recipes: [],
};

/** Opens the page of a cluster that is connected so. */
function open(parts: Partial<ClusterConnectionGuide> = {}) {
  server.use(
    http.get('/v1/clusters/{name}/connection', ({ response }) =>
      response(200).json({
        cluster: 'pay-eu',
        configuration: {
          state: 'in-force',
          since: '2026-11-23T12:00:00.000Z',
          problems: [],
        },
        steps: [api, etcd],
        ...parts,
      }),
    ),
    ...handlersOf(fixtureFleet(1)),
  );
  openPlugin(address);
}

const stepOf = async (name: string) => {
  const title = await screen.findByText(name, { selector: 'strong' });
  return within(title.closest('li') as HTMLElement);
};

it('says of each step how it stands, and opens the next one', async () => {
  open();
  const first = await stepOf('Kubernetes API');
  expect(first.getByText('connected')).toBeVisible();
  expect(first.queryByText('next step')).toBeNull();
  const second = await stepOf('etcd');
  // In the state of the step, and not once more before what is missing.
  expect(second.getAllByText(/not configured/)).toHaveLength(1);
  expect(second.getByText('next step')).toBeVisible();
  expect(second.getByText(/nothing says where the members are/)).toBeVisible();
  expect(screen.getByText('1 of 2 steps are done.')).toBeVisible();
});

it('words a detail that is a sentence of ours, in place of the English that is stored', async () => {
  const why = message('detail.no-etcd-metrics');
  const [problem] = etcd.problems;
  open({ steps: [api, { ...etcd, problems: [{ ...problem, why }] }] });
  const step = await stepOf('etcd');
  expect(step.getByText(say(why))).toBeVisible();
  expect(step.queryByText(/nothing says where the members are/)).toBeNull();
});

it('says what the step reveals: how many checks, which, how much is seen then, and the range', async () => {
  open();
  const step = await stepOf('etcd');
  const reveals = step.getByText(/2 checks become visible/);
  expect(reveals).toHaveTextContent('Then 30 of 64 checks are seen');
  expect(reveals).toHaveTextContent(
    /If these pass, the grade is A 90 to D 55\.$/,
  );
  const title = { code: 'etcd-quorum-fault-tolerance.title', params: {} };
  expect(step.getByText(say(title))).toBeInTheDocument();
});

it('says the grade where what is left unseen cannot change it', async () => {
  const grade = { score: 55, grade: 'D' } as const;
  open({
    steps: [
      {
        ...etcd,
        reveals: etcd.reveals && {
          ...etcd.reveals,
          possible: { best: grade, worst: grade },
        },
      },
    ],
  });
  const step = await stepOf('etcd');
  expect(step.getByText(/2 checks become visible/)).toHaveTextContent(
    /If these pass, the grade is D 55\.$/,
  );
});

it('says what to do where the browser lets nothing be copied', async () => {
  const user = userEvent.setup();
  jest
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValue(new Error('NotAllowedError'));
  open();
  const step = await stepOf('etcd');
  await user.click(step.getAllByRole('button', { name: 'Copy' })[0]);
  expect(await step.findByText(/Select the text/)).toBeVisible();
  jest.restoreAllMocks();
});

it('copies the commands and the YAML as they are, of the way that is chosen', async () => {
  const user = userEvent.setup();
  const copied = jest.spyOn(navigator.clipboard, 'writeText');
  open();
  const step = await stepOf('etcd');
  const [commands, configuration] = step.getAllByRole('button', {
    name: 'Copy',
  });
  await user.click(commands);
  expect(copied).toHaveBeenLastCalledWith('scp root@10.0.0.11:/etc/ca.crt .');
  await user.click(configuration);
  expect(copied).toHaveBeenLastCalledWith(yaml);
  await user.click(step.getByRole('tab', { name: 'The provider runs it' }));
  await user.click(step.getByRole('button', { name: /Cop/ }));
  expect(copied).toHaveBeenLastCalledWith('etcd: managed\n');
});

it('tests a step on request, and says in words what does not match', async () => {
  const user = userEvent.setup();
  const mismatch = message('connect.refused', { address: '10.0.0.11:2379' });
  open();
  server.use(
    http.post(
      '/v1/clusters/{name}/connection/tests/{step}',
      ({ params, response }) =>
        response(200).json({
          step: 'etcd',
          state: 'refused',
          startedAt: '2026-11-23T12:00:00.000Z',
          durationMs: 40,
          parts: [
            { name: params.step, via: 'gRPC', state: 'unknown', mismatch },
          ],
        }),
    ),
  );
  const step = await stepOf('etcd');
  await user.click(step.getByRole('button', { name: 'Test now' }));
  expect(await step.findByText(/refuses the connection/)).toBeVisible();
  expect(step.getByText(/0 of 1 answer/)).toBeVisible();
});

it('says why a test could not be made', async () => {
  const user = userEvent.setup();
  open();
  server.use(
    http.post('/v1/clusters/{name}/connection/tests/{step}', ({ response }) =>
      response('default').json(
        ...errorAnswer(404, 'NotFoundError', 'not collected from here'),
      ),
    ),
  );
  const step = await stepOf('etcd');
  await user.click(step.getByRole('button', { name: 'Test now' }));
  expect(await step.findByText(/not collected from here/)).toBeVisible();
});

it('says so where a test got no response', async () => {
  const user = userEvent.setup();
  open();
  server.use(
    http.post('/v1/clusters/{name}/connection/tests/{step}', () =>
      HttpResponse.error(),
    ),
  );
  const step = await stepOf('etcd');
  await user.click(step.getByRole('button', { name: 'Test now' }));
  expect(
    await step.findByText(/: The backend of this portal does not respond\.$/),
  ).toBeVisible();
});

it('says why a changed configuration is not in force', async () => {
  const problem = 'kubernetesHa.clusters[0].etcd.caFile: found "x"';
  open({
    configuration: {
      state: 'refused',
      since: '2026-11-23T12:00:00.000Z',
      problems: [problem],
    },
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The changed configuration is not in force');
  expect(alert).toHaveTextContent(problem);
});

it('has every step of a cluster that the product assesses', async () => {
  server.use(...handlersOf(fixtureFleet(1)));
  openPlugin(address);
  const names = [
    'Kubernetes API',
    'Rights of the reader',
    'API servers, each by its own address',
    'etcd',
    'Load balancer',
    'Kubelets',
    'Zones of the nodes',
  ];
  for (const name of names) await stepOf(name);
  expect(screen.getByRole('tab', { name: 'Connect' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});
