/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { setLink } from '../host/network';
import type { Machine } from '../machine/machine';

/** Power and cable at once: peers see silence, not closed connections. */
export async function cutPower(machines: readonly Machine[]): Promise<void> {
  await Promise.all(
    machines.map(machine => setLink(machine.description.link, false)),
  );
  await Promise.all(machines.map(machine => machine.cutPower()));
}

export async function powerOn(machines: readonly Machine[]): Promise<void> {
  await Promise.all(
    machines.map(async machine => {
      await setLink(machine.description.link, true);
      await machine.start();
    }),
  );
}
