/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { findingLinks } from './findingLinks';

const openChecks = new Set(['etcd-quorum-fault-tolerance', 'kcm-up']);

it.each`
  findings           | alerts                           | open                               | gone                  | unknown         | rule
  ${['kcm-up']}      | ${[]}                            | ${['kcm-up']}                      | ${[]}                 | ${[]}           | ${'a finding by its check'}
  ${[]}              | ${['KubeControllerManagerDown']} | ${['kcm-up']}                      | ${[]}                 | ${[]}           | ${'an alert by the check that it says the same as'}
  ${[]}              | ${['etcdMembersDown']}           | ${['etcd-quorum-fault-tolerance']} | ${[]}                 | ${[]}           | ${'an alert by the next of its checks where the first passes'}
  ${[]}              | ${['KUBECONTROLLERMANAGERDOWN']} | ${['kcm-up']}                      | ${[]}                 | ${[]}           | ${'an alert in whatever case'}
  ${[]}              | ${['HAProxyServerDown']}         | ${[]}                              | ${['lb-backends-up']} | ${[]}           | ${'an alert whose checks pass again'}
  ${['lb-errors']}   | ${[]}                            | ${[]}                              | ${['lb-errors']}      | ${[]}           | ${'a finding that is gone'}
  ${[]}              | ${['Watchdog']}                  | ${[]}                              | ${[]}                 | ${['Watchdog']} | ${'an alert that is none of ours'}
  ${['kcm-up', 'x']} | ${['KubeControllerManagerDown']} | ${['kcm-up']}                      | ${['x']}              | ${[]}           | ${'each once'}
  ${[]}              | ${[]}                            | ${[]}                              | ${[]}                 | ${[]}           | ${'nothing asked for'}
`('$rule', ({ findings, alerts, open, gone, unknown }) => {
  const links = findingLinks({ findings, alerts }, openChecks);
  expect(links.open).toEqual(open);
  expect(links.target).toBe(open[0]);
  expect(links.gone).toEqual(gone);
  expect(links.unknownAlerts).toEqual(unknown);
});
