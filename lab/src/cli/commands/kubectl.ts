/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { binFolder } from '../../state/paths';
import { chooseLab } from '../chooseLab';
import type { Command } from '../command';

export const kubectl: Command = {
  name: 'kubectl',
  usage: '[--name LAB] ARGUMENT…',
  description: 'run kubectl on the lab, with full rights',

  run(args) {
    // Only a leading --name is the lab's: everything else belongs to kubectl.
    const [name, rest] =
      args[0] === '--name' ? [args[1], args.slice(2)] : [undefined, args];
    const lab = chooseLab(name, () => undefined);
    return new Promise((resolve, reject) => {
      const child = spawn(join(binFolder, 'kubectl'), rest, {
        stdio: 'inherit',
        env: { ...process.env, KUBECONFIG: lab.kubeconfig.admin },
      });
      child.once('error', reject);
      child.once('exit', code => resolve(code ?? 1));
    });
  },
};
