/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { replay as en } from '../en/replay';

export const replay: Record<keyof typeof en, string> = {
  'replay.nowAndNext': '正在回放录制内容：{{now}}；接下来：{{next}}。',
  'replay.now': '正在回放录制内容：{{now}}。',
  'replay.since': '{{what}}（自 {{at}} 起）',
  'replay.at': '{{at}} {{what}}',
  'replay.and': '；',
  'replay.position': '{{position}} / {{duration}}',
};
