/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { claims } from './claims';
import type { Fault } from './fault';
import { component, controlPlaneMachine } from './parameters';
import {
  assertUnit,
  parked,
  unitFile,
  unparkUnit,
  waitUntilGone,
} from './units';

/** What a slip of an editor leaves behind: a kubelet cannot read it and ends the pod. */
const brokenText = `apiVersion: v1
kind: Pod
metadata:
  name: broken
 spec: [unclosed
`;

export const brokenManifest: Fault = {
  name: 'broken-manifest',
  description:
    'break the manifest of a component on one machine; its pod is ended and cannot start',
  parameters: [
    { ...component, defaultValue: () => 'kube-scheduler' },
    controlPlaneMachine,
  ],
  claims: (_context, args) => [claims.unit(args.machine, args.component)],
  async prepare(context, args) {
    assertUnit(context.machine(args.machine), args.component);
    return {};
  },
  async inject(context, args) {
    const machine = context.machine(args.machine);
    const path = unitFile(machine, args.component);
    mkdirSync(dirname(parked(path)), { recursive: true });
    copyFileSync(path, `${parked(path)}.next`);
    renameSync(`${parked(path)}.next`, parked(path));
    writeFileSync(path, brokenText);
    await waitUntilGone(machine, args.component);
  },
  async heal(context, args) {
    await unparkUnit(context.machine(args.machine), args.component);
  },
};
